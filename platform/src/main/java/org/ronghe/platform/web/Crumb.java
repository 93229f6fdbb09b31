package org.ronghe.platform.web;

/// A step of the way back, above a page's title.
///
/// @param title as shown
/// @param href where it leads
public record Crumb(String title, String href) {}
