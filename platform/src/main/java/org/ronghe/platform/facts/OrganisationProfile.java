package org.ronghe.platform.facts;

/// What is shown of an organisation before any fact.
///
/// @param status `active`, `dormant` or `dissolved`
public record OrganisationProfile(
    Names names, OrganisationKind kind, Place place, String homepage, String status) {}
