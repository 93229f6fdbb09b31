package org.ronghe.rules.book;

import org.ronghe.rules.language.Expression;
import org.ronghe.rules.source.Place;

/// An expression with its text and place.
public record Formula(Place place, String text, Expression expression) {}
