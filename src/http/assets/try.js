/** Starts Swagger UI with the description its element names, against the server this page came from. */
const place = document.getElementById('swagger-ui')
const description = place.dataset.description
const isDark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', isDark.matches)
isDark.addEventListener('change', follow)
follow()

fetch(description)
  .then((answer) => answer.json())
  .then((spec) => {
    // The public address of the server may be another origin, which this page may not call.
    spec.servers = [{ url: location.origin + description.replace(/\/openapi\.json$/, '') }]
    globalThis.SwaggerUIBundle({
      spec,
      domNode: place,
      deepLinking: true,
      validatorUrl: null,
      defaultModelsExpandDepth: 0,
      docExpansion: 'list',
      tryItOutEnabled: true,
      requestSnippetsEnabled: true,
      syntaxHighlight: { activated: true },
    })
  })
