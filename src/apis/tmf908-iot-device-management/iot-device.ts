/** TMF908 IoT Device Management 4.0.0. */
import { dateTime, entity, list, number, part, resource, text, type } from '../../declare/index.ts'
import { GeographicAddress, GeographicSubAddress, Geometry } from '../shared/place.ts'
import { DataAccessEndpointValue } from './data-access-endpoint.ts'
import { commonFields } from './parts.ts'

const SubAddress = entity(
  'SubAddress',
  'A building, floor or unit inside one address',
  GeographicSubAddress.fields,
)

const Address = type('Address', 'A postal or street address, split into parts', {
  ...GeographicAddress.without('id', 'href', 'name', 'geographicLocation', 'geographicSubAddress').fields,
  subAddress: part(SubAddress, 'The building, floor or unit within the address'),
})

const GeographicLocation = entity('GeographicLocation', 'A point, line or area on the map', {
  name: text('What people call the place'),
  bbox: list('number', 'Corners of the box that surrounds it'),
  geoJson: part(Geometry, 'Its shape and the positions that make it up'),
})

const MacAddressType = type('MacAddressType', 'The address of a network interface', {
  MacAddressType: text('The address, such as 00:1A:2B:3C:4D:5E'),
})

// The file leaves open what these three hold: whatever a client sends in them is kept.
const CategoryType = type('CategoryType', 'A class that devices fall in', {}).keepingUnknownAttributes
const Configuration = type('Configuration', 'How a device is set up', {}).keepingUnknownAttributes
const Rule = type('Rule', 'What a device does when', {}).keepingUnknownAttributes

export const IotDevice = resource('IotDevice', {
  meaning: 'A thing in the field that measures or does something',
  path: 'iotDevice',
  nonEmpty: ['category'],

  fields: {
    alternateName: text('What else people call the device'),
    areaServed: text('The area that the device is there for'),
    batteryLevel: number('How full the battery is, from 0 to 1'),
    dataProvider: text('Who stands for the data of the device'),
    dateCreated: dateTime('When the device was first recorded').stampedOn('create'),
    dateFirstUsed: dateTime('When the device was first used'),
    dateInstalled: dateTime('When the device was put up'),
    dateLastCalibration: dateTime('When the device was last calibrated'),
    dateLastValueReported: dateTime('When the device last reported anything'),
    dateManufactured: dateTime('When the device was made'),
    dateModified: dateTime('When what is told of the device last changed').stampedOn('change'),
    description: text('What the device is, in plain words'),
    deviceState: text('How the device is doing, such as ok or unreachable'),
    deviceType: text('Which sort of device it is, such as a water meter'),
    endDate: dateTime('Until when the device is in use'),
    firmwareVersion: text('Which firmware it has'),
    hardwareVersion: text('Which edition of the hardware it is'),
    lifecycleState: text('Where the device is in its life'),
    manufactureDate: dateTime('The day on which the device was made'),
    mnc: text('The code of the mobile network it uses'),
    name: text('What people call the device'),
    osVersion: text('Which operating system it has'),
    powerState: text('How the device is powered at the moment'),
    provider: text('Who provides the device'),
    serialNumber: text('The number the maker gave it'),
    softwareVersion: text('Which software it has'),
    source: text('Where what is told of the device comes from'),
    startDate: dateTime('From when the device is in use'),
    value: text('The number or name it is known by in the network'),
    version: text('Which edition of the record this is'),
    versionNumber: text('Which edition of the device this is'),
    address: part(Address, 'The address at which it stands'),
    category: list(CategoryType, 'The classes that the device falls in').mandatory,
    configuration: part(Configuration, 'How the device is set up'),
    dataAccessEndPoint: list(DataAccessEndpointValue, 'Where its data can be fetched'),
    location: part(GeographicLocation, 'Where it stands on the map'),
    macAddress: list(MacAddressType, 'The addresses of its network interfaces'),
    ...commonFields,
    rule: list(Rule, 'What the device does when'),
  },

  findBy: ['deviceState', 'lifecycleState', 'deviceType', 'serialNumber', 'value'],
  announces: ['created', 'anyChange', 'batch', 'deleted', 'IotDeviceHeartBeatEvent', 'stateChanged'],
  example: {
    name: 'Water meter in the cellar',
    deviceType: 'water meter',
    serialNumber: 'WM-4711',
    deviceState: 'ok',
    batteryLevel: 0.8,
    category: [{ '@type': 'CategoryType', name: 'meter' }],
    dataAccessEndPoint: [{ name: 'Readings', apiType: 'MQTT', uri: 'mqtts://data.example.com/wm-4711' }],
  },
})
