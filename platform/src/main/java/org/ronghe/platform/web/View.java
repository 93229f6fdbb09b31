package org.ronghe.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// What every page knows about its reader and itself. Methods that serve pages take it as a
/// parameter and hand it on as the first component of the page's model.
///
/// @param texts the words, in the reader's language
/// @param actor the reader
/// @param request what was asked for
/// @param shell the node around the page
/// @param flashes what to say first
/// @param typed what a form of the page could not take a moment ago
public record View(
    Texts texts, Actor actor, Request request, Shell shell, List<Flash> flashes, Typed typed) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  public View {
    flashes = List.copyOf(flashes);
  }

  /// What was asked for.
  ///
  /// @param path without the query
  /// @param query its parameters, the first value of each, in order
  /// @param csrfParameter name of the field a form sends the token in
  /// @param csrfHeader name of the header a script sends it in
  /// @param csrfToken the token that shows that a form came from this node
  /// @param partial whether htmx asks for a part of a page
  public record Request(
      String path,
      Map<String, String> query,
      String csrfParameter,
      String csrfHeader,
      String csrfToken,
      boolean partial) {
    public Request {
      query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }
  }

  /// The node around the page.
  ///
  /// @param name the node's name
  /// @param contact whom to ask; may be empty
  /// @param version of the software
  /// @param theme `light` or `dark` where the reader chose, else empty
  /// @param rooms where this reader can go
  /// @param zone the zone that times are shown in
  public record Shell(
      String name, String contact, String version, String theme, List<Room> rooms, ZoneId zone) {
    public Shell {
      rooms = List.copyOf(rooms);
    }
  }

  /// The reader's language.
  public Language language() {
    return texts.language();
  }

  /// The value of the page's `lang`.
  public String languageTag() {
    return language() == Language.CHINESE ? "zh-CN" : "en";
  }

  /// The text of a key.
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /// A text in the reader's language out of a pair; the other one where it is missing.
  public String either(@Nullable String english, @Nullable String chinese) {
    String wanted = language() == Language.CHINESE ? chinese : english;
    String other = language() == Language.CHINESE ? english : chinese;
    return wanted != null && !wanted.isBlank() ? wanted : other == null ? "" : other;
  }

  /// A whole number as printed.
  public String number(long number) {
    return "%,d".formatted(number);
  }

  /// A number with so many decimals; a dash where there is none.
  public String number(double number, int decimals) {
    return Double.isFinite(number) ? ("%,." + decimals + "f").formatted(number) : "–";
  }

  /// A moment to the minute, in the node's zone.
  public String time(@Nullable Instant moment) {
    return moment == null ? "–" : MINUTE.format(moment.atZone(shell.zone()));
  }

  /// A moment to the second.
  public String seconds(@Nullable Instant moment) {
    return moment == null ? "–" : SECOND.format(moment.atZone(shell.zone()));
  }

  /// A day.
  public String date(@Nullable LocalDate day) {
    return day == null ? "–" : day.toString();
  }

  /// The value of a parameter of the query; empty if it is not there.
  public String parameter(String name) {
    return request.query().getOrDefault(name, "");
  }

  /// This page's address with one parameter changed, or dropped if its value is empty. The place in
  /// the list is dropped with every change of anything else: it would be another list.
  public String with(String parameter, String value) {
    var query = new LinkedHashMap<>(request.query());
    if (!parameter.equals("cursor")) {
      query.remove("cursor");
    }
    query.remove(parameter);
    if (!value.isEmpty()) {
      query.put(parameter, value);
    }
    return address(request.path(), query);
  }

  /// The same page as if its address had no such parameter, with something more to say first.
  View without(String parameter, Flash flash) {
    var query = new LinkedHashMap<>(request.query());
    query.remove(parameter);
    var asked =
        new Request(
            request.path(),
            query,
            request.csrfParameter(),
            request.csrfHeader(),
            request.csrfToken(),
            request.partial());
    var said = new ArrayList<>(flashes);
    said.add(flash);
    return new View(texts, actor, asked, shell, said, typed);
  }

  /// This page's address as it is.
  public String here() {
    return address(request.path(), request.query());
  }

  /// Another address with this page's query, from the beginning of its list.
  public String at(String path) {
    var query = new LinkedHashMap<>(request.query());
    query.remove("cursor");
    return address(path, query);
  }

  private static String address(String path, Map<String, String> query) {
    if (query.isEmpty()) {
      return path;
    }
    return query.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  /// A value as it stands in an address.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// The rooms of one place.
  public List<Room> rooms(Room.Place place) {
    return shell.rooms().stream().filter(room -> room.place() == place).toList();
  }

  /// Whether the reader may see what a room of that address holds.
  public boolean offers(String href) {
    return shell.rooms().stream().anyMatch(room -> room.href().equals(href));
  }
}
