package org.dealgraph.model;

/** What an organization does in the field; one may have several. */
public enum OrganizationType {
    LAB,
    HYPERSCALER,
    NEOCLOUD,
    CHIP_VENDOR,
    FOUNDRY,
    MEMORY_VENDOR,
    EQUIPMENT_VENDOR,
    NETWORK_VENDOR,
    INTEGRATOR,
    POWER_PRODUCER,
    UTILITY,
    POWER_EQUIPMENT,
    LANDLORD,
    INVESTOR,
    BANK,
    TELECOM,
    GOVERNMENT,
    VENTURE,
    SOFTWARE,
    OTHER
}
