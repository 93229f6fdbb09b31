package org.ronghe.platform.web;

import org.ronghe.platform.access.Rule;

/// A place one can go to from every page. A feature that has one offers it as a bean.
///
/// @param href where it is
/// @param key of its name
/// @param order the smaller, the further ahead
/// @param rule who may go there; nobody else sees it
/// @param place where it is offered
public record Room(String href, String key, int order, Rule rule, Place place) {

  /// Where a room is offered.
  public enum Place {
    /// In the header of every page.
    HEADER,
    /// In the menu of the person who signed in, apart from daily work.
    ADMINISTRATION
  }

  /// A room in the header.
  public static Room inHeader(String href, String key, int order, Rule rule) {
    return new Room(href, key, order, rule, Place.HEADER);
  }

  /// A room of administration.
  public static Room inAdministration(String href, String key, int order, Rule rule) {
    return new Room(href, key, order, rule, Place.ADMINISTRATION);
  }

  /// Whether the page at `path` lies in this room.
  public boolean holds(String path) {
    return path.equals(href) || path.startsWith(href + "/");
  }
}
