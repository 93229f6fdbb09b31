package org.ronghe.platform.facts.dictionary;

/// Attributes that are shown together.
public record AttributeGroup(String key, Words name) {}
