/** All APIs, by number. */
import type { ApiPage } from '../declare/index.ts'
import { ProductCatalogManagementApi } from './tmf620-product-catalog-management/index.ts'
import { TroubleTicketApi } from './tmf621-trouble-ticket/index.ts'
import { ProductOrderingApi } from './tmf622-product-ordering/index.ts'
import { SlaManagementApi } from './tmf623-sla-management/index.ts'
import { PerformanceApi } from './tmf628-performance/index.ts'
import { CustomerManagementApi } from './tmf629-customer-management/index.ts'
import { PartyManagementApi } from './tmf632-party-management/index.ts'
import { ServiceCatalogManagementApi } from './tmf633-service-catalog-management/index.ts'
import { ResourceCatalogManagementApi } from './tmf634-resource-catalog-management/index.ts'
import { UsageManagementApi } from './tmf635-usage-management/index.ts'
import { ProductInventoryApi } from './tmf637-product-inventory/index.ts'
import { ServiceInventoryApi } from './tmf638-service-inventory/index.ts'
import { ResourceInventoryApi } from './tmf639-resource-inventory/index.ts'
import { ServiceActivationApi } from './tmf640-service-activation/index.ts'
import { ServiceOrderingApi } from './tmf641-service-ordering/index.ts'
import { AlarmApi } from './tmf642-alarm/index.ts'
import { PrivacyApi } from './tmf644-privacy/index.ts'
import { ServiceQualificationApi } from './tmf645-service-qualification/index.ts'
import { AppointmentApi } from './tmf646-appointment/index.ts'
import { QuoteApi } from './tmf648-quote/index.ts'
import { PerformanceThresholdingApi } from './tmf649-performance-thresholding/index.ts'
import { AgreementManagementApi } from './tmf651-agreement-management/index.ts'
import { ResourceOrderingApi } from './tmf652-resource-ordering/index.ts'
import { ServiceTestApi } from './tmf653-service-test/index.ts'
import { PrepayBalanceManagementApi } from './tmf654-prepay-balance-management/index.ts'
import { ChangeManagementApi } from './tmf655-change-management/index.ts'
import { ServiceProblemApi } from './tmf656-service-problem/index.ts'
import { ServiceQualityManagementApi } from './tmf657-service-quality-management/index.ts'
import { LoyaltyManagementApi } from './tmf658-loyalty-management/index.ts'
import { EntityCatalogManagementApi } from './tmf662-entity-catalog-management/index.ts'
import { ShoppingCartApi } from './tmf663-shopping-cart/index.ts'
import { ResourceFunctionActivationApi } from './tmf664-resource-function-activation/index.ts'
import { AccountManagementApi } from './tmf666-account-management/index.ts'
import { DocumentApi } from './tmf667-document/index.ts'
import { PartnershipTypeApi } from './tmf668-partnership-type/index.ts'
import { PartyRoleApi } from './tmf669-party-role/index.ts'
import { PaymentMethodsApi } from './tmf670-payment-methods/index.ts'
import { PromotionApi } from './tmf671-promotion/index.ts'
import { UserRolesAndPermissionsApi } from './tmf672-user-roles-and-permissions/index.ts'
import { GeographicAddressApi } from './tmf673-geographic-address/index.ts'
import { GeographicSiteApi } from './tmf674-geographic-site/index.ts'
import { GeographicLocationApi } from './tmf675-geographic-location/index.ts'
import { PaymentApi } from './tmf676-payment/index.ts'
import { UsageConsumptionApi } from './tmf677-usage-consumption/index.ts'
import { CustomerBillApi } from './tmf678-customer-bill/index.ts'
import { ProductOfferingQualificationApi } from './tmf679-product-offering-qualification/index.ts'
import { RecommendationApi } from './tmf680-recommendation/index.ts'
import { CommunicationApi } from './tmf681-communication/index.ts'
import { PartyInteractionApi } from './tmf683-party-interaction/index.ts'
import { ShipmentTrackingApi } from './tmf684-shipment-tracking/index.ts'
import { ResourcePoolApi } from './tmf685-resource-pool/index.ts'
import { StockManagementApi } from './tmf687-stock-management/index.ts'
import { EventApi } from './tmf688-event/index.ts'
import { FederatedIdentityApi } from './tmf691-federated-identity/index.ts'
import { RiskManagementApi } from './tmf696-risk-management/index.ts'
import { WorkOrderApi } from './tmf697-work-order/index.ts'
import { SalesApi } from './tmf699-sales/index.ts'
import { ShippingOrderApi } from './tmf700-shipping-order/index.ts'
import { ProcessFlowApi } from './tmf701-process-flow/index.ts'
import { ResourceActivationApi } from './tmf702-resource-activation/index.ts'
import { EntityInventoryApi } from './tmf703-entity-inventory/index.ts'
import { TestCaseApi } from './tmf704-test-case/index.ts'
import { TestEnvironmentApi } from './tmf705-test-environment/index.ts'
import { TestDataApi } from './tmf706-test-data/index.ts'
import { TestResultApi } from './tmf707-test-result/index.ts'
import { TestExecutionApi } from './tmf708-test-execution/index.ts'
import { TestScenarioApi } from './tmf709-test-scenario/index.ts'
import { GeneralTestArtifactApi } from './tmf710-general-test-artifact/index.ts'
import { DigitalIdentityApi } from './tmf720-digital-identity/index.ts'
import { SoftwareAndComputeManagementApi } from './tmf730-software-and-compute-management/index.ts'
import { CdrTransactionApi } from './tmf735-cdr-transaction/index.ts'
import { RevenueSharingAlgorithmApi } from './tmf736-revenue-sharing-algorithm/index.ts'
import { RevenueSharingReportApi } from './tmf737-revenue-sharing-report/index.ts'
import { RevenueSharingModelApi } from './tmf738-revenue-sharing-model/index.ts'
import { ProductConfigurationApi } from './tmf760-product-configuration/index.ts'
import { ResourceUsageApi } from './tmf771-resource-usage/index.ts'
import { IotDeviceManagementApi } from './tmf908-iot-device-management/index.ts'
import { NaasApi } from './tmf909-naas/index.ts'
import { SelfCareApi } from './tmf910-self-care/index.ts'
import { IotServiceManagementApi } from './tmf914-iot-service-management/index.ts'
import { AiManagementApi } from './tmf915-ai-management/index.ts'
import { IntentApi } from './tmf921-intent/index.ts'
import { OpenGatewayProductCatalogApi } from './tmf936-open-gateway-product-catalog/index.ts'

export const apis: readonly ApiPage[] = [
  ProductCatalogManagementApi,
  TroubleTicketApi,
  ProductOrderingApi,
  SlaManagementApi,
  PerformanceApi,
  CustomerManagementApi,
  PartyManagementApi,
  ServiceCatalogManagementApi,
  ResourceCatalogManagementApi,
  UsageManagementApi,
  ProductInventoryApi,
  ServiceInventoryApi,
  ResourceInventoryApi,
  ServiceActivationApi,
  ServiceOrderingApi,
  AlarmApi,
  PrivacyApi,
  ServiceQualificationApi,
  AppointmentApi,
  QuoteApi,
  PerformanceThresholdingApi,
  AgreementManagementApi,
  ResourceOrderingApi,
  ServiceTestApi,
  PrepayBalanceManagementApi,
  ChangeManagementApi,
  ServiceProblemApi,
  ServiceQualityManagementApi,
  LoyaltyManagementApi,
  EntityCatalogManagementApi,
  ShoppingCartApi,
  ResourceFunctionActivationApi,
  AccountManagementApi,
  DocumentApi,
  PartnershipTypeApi,
  PartyRoleApi,
  PaymentMethodsApi,
  PromotionApi,
  UserRolesAndPermissionsApi,
  GeographicAddressApi,
  GeographicSiteApi,
  GeographicLocationApi,
  PaymentApi,
  UsageConsumptionApi,
  CustomerBillApi,
  ProductOfferingQualificationApi,
  RecommendationApi,
  CommunicationApi,
  PartyInteractionApi,
  ShipmentTrackingApi,
  ResourcePoolApi,
  StockManagementApi,
  EventApi,
  FederatedIdentityApi,
  RiskManagementApi,
  WorkOrderApi,
  SalesApi,
  ShippingOrderApi,
  ProcessFlowApi,
  ResourceActivationApi,
  EntityInventoryApi,
  TestCaseApi,
  TestEnvironmentApi,
  TestDataApi,
  TestResultApi,
  TestExecutionApi,
  TestScenarioApi,
  GeneralTestArtifactApi,
  DigitalIdentityApi,
  SoftwareAndComputeManagementApi,
  CdrTransactionApi,
  RevenueSharingAlgorithmApi,
  RevenueSharingReportApi,
  RevenueSharingModelApi,
  ProductConfigurationApi,
  ResourceUsageApi,
  IotDeviceManagementApi,
  NaasApi,
  SelfCareApi,
  IotServiceManagementApi,
  AiManagementApi,
  IntentApi,
  OpenGatewayProductCatalogApi,
]
