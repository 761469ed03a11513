/** TMF914 IoT Service Management 4.0.0: the catalogues of TMF633, as this suite shows them. */
import { ServiceCandidate as AnyServiceCandidate } from '../tmf633-service-catalog-management/service-candidate.ts'
import { ServiceCatalog as AnyServiceCatalog } from '../tmf633-service-catalog-management/service-catalog.ts'
import { ServiceCategory as AnyServiceCategory } from '../tmf633-service-catalog-management/service-category.ts'

export const ServiceCatalog = AnyServiceCatalog.again()
export const ServiceCategory = AnyServiceCategory.again()
export const ServiceCandidate = AnyServiceCandidate.again()
