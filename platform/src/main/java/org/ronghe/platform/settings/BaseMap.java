package org.ronghe.platform.settings;

/// The operator's map as drawn.
///
/// @param name of its file
/// @param areas SVG path data in tenths of a unit of the world map's sheet
/// @param lines SVG path data in the same
/// @param href where its GeoJSON is
public record BaseMap(String name, String areas, String lines, String href) {}
