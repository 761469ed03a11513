/** All APIs, by number. */
import type { ApiPage } from '../declare/index.ts'
import { ProductCatalogManagementApi } from './tmf620-product-catalog-management/index.ts'
import { TroubleTicketApi } from './tmf621-trouble-ticket/index.ts'
import { ProductOrderingApi } from './tmf622-product-ordering/index.ts'
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
import { ServiceQualificationApi } from './tmf645-service-qualification/index.ts'
import { AppointmentApi } from './tmf646-appointment/index.ts'
import { ResourceOrderingApi } from './tmf652-resource-ordering/index.ts'
import { ServiceTestApi } from './tmf653-service-test/index.ts'
import { ServiceProblemApi } from './tmf656-service-problem/index.ts'
import { ShoppingCartApi } from './tmf663-shopping-cart/index.ts'
import { AccountManagementApi } from './tmf666-account-management/index.ts'
import { GeographicAddressApi } from './tmf673-geographic-address/index.ts'
import { ProductOfferingQualificationApi } from './tmf679-product-offering-qualification/index.ts'
import { ResourcePoolApi } from './tmf685-resource-pool/index.ts'
import { EventApi } from './tmf688-event/index.ts'
import { WorkOrderApi } from './tmf697-work-order/index.ts'
import { ProcessFlowApi } from './tmf701-process-flow/index.ts'
import { ResourceActivationApi } from './tmf702-resource-activation/index.ts'

export const apis: readonly ApiPage[] = [
  ProductCatalogManagementApi,
  TroubleTicketApi,
  ProductOrderingApi,
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
  ServiceQualificationApi,
  AppointmentApi,
  ResourceOrderingApi,
  ServiceTestApi,
  ServiceProblemApi,
  ShoppingCartApi,
  AccountManagementApi,
  GeographicAddressApi,
  ProductOfferingQualificationApi,
  ResourcePoolApi,
  EventApi,
  WorkOrderApi,
  ProcessFlowApi,
  ResourceActivationApi,
]
