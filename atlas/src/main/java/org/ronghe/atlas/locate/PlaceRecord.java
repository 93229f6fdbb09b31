package org.ronghe.atlas.locate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.json.JsonNumber;
import org.ronghe.atlas.source.json.JsonScanner;

/// What one line says about an organisation, as positions in the line. Reused. Members may stand in
/// any order, and of members with the same name the last counts, except that lists of one name
/// given twice add up.
final class PlaceRecord {
  private static final byte[] ID = bytes("id");
  private static final byte[] ROR = bytes("ror");
  private static final byte[] GEO = bytes("geo");
  private static final byte[] LAT = bytes("lat");
  private static final byte[] LNG = bytes("lng");
  private static final byte[] NAME = bytes("name");
  private static final byte[] CITY = bytes("city");
  private static final byte[] TYPE = bytes("type");
  private static final byte[] TYPES = bytes("types");
  private static final byte[] VALUE = bytes("value");
  private static final byte[] NAMES = bytes("names");
  private static final byte[] STATUS = bytes("status");
  private static final byte[] PARENT = bytes("parent");
  private static final byte[] COUNTRY = bytes("country");
  private static final byte[] LINEAGE = bytes("lineage");
  private static final byte[] LATITUDE = bytes("latitude");
  private static final byte[] LONGITUDE = bytes("longitude");
  private static final byte[] ADDRESSES = bytes("addresses");
  private static final byte[] LOCATIONS = bytes("locations");
  private static final byte[] WITHDRAWN = bytes("withdrawn");
  private static final byte[] SUCCESSOR = bytes("successor");
  private static final byte[] ROR_DISPLAY = bytes("ror_display");
  private static final byte[] COUNTRY_CODE = bytes("country_code");
  private static final byte[] DISPLAY_NAME = bytes("display_name");
  private static final byte[] RELATIONSHIP = bytes("relationship");
  private static final byte[] RELATIONSHIPS = bytes("relationships");
  private static final byte[] GEONAMES_CITY = bytes("geonames_city");
  private static final byte[] GEONAMES_DETAILS = bytes("geonames_details");
  private static final byte[] ASSOCIATED = bytes("associated_institutions");

  final Span id = new Span();
  final Span ror = new Span();
  final Span name = new Span();
  final Span country = new Span();
  boolean withdrawn;

  int sites;
  Site[] site = {};

  final Longs linkKey = new Longs();
  final Ints linkType = new Ints();
  final Longs lineage = new Longs();

  private final Span otherName = new Span();
  private final Span siteCountry = new Span();

  /// One address.
  static final class Site {
    final Span lat = new Span();
    final Span lon = new Span();
    final Span city = new Span();
    final Span geonamesCity = new Span();
  }

  /// Where a value stands in the line; 0 to 0 for none.
  static final class Span {
    int from;
    int to;

    void clear() {
      from = 0;
      to = 0;
    }

    boolean empty() {
      return from == to;
    }

    void set(Span other) {
      from = other.from;
      to = other.to;
    }

    void string(JsonScanner json) {
      take(json, json.string());
    }

    void number(JsonScanner json) {
      take(json, json.numberOrString());
    }

    private void take(JsonScanner json, boolean there) {
      from = there ? json.from() : 0;
      to = there ? json.to() : 0;
    }
  }

  private static byte[] bytes(String name) {
    return name.getBytes(US_ASCII);
  }

  /// Reads the members of the object that `json` has just entered.
  void read(JsonScanner json, byte[] b) {
    id.clear();
    ror.clear();
    name.clear();
    otherName.clear();
    country.clear();
    siteCountry.clear();
    withdrawn = false;
    sites = 0;
    linkKey.clear();
    linkType.clear();
    lineage.clear();
    while (json.nextKey()) {
      member(json, b);
    }
    if (name.empty()) {
      name.set(otherName);
    }
    if (country.empty()) {
      country.set(siteCountry);
    }
  }

  private void member(JsonScanner json, byte[] b) {
    if (json.keyIs(ID)) {
      id.string(json);
    } else if (json.keyIs(ROR)) {
      ror.string(json);
    } else if (json.keyIs(NAME) || json.keyIs(DISPLAY_NAME)) {
      name.string(json);
    } else if (json.keyIs(COUNTRY_CODE)) {
      country.string(json);
    } else if (json.keyIs(STATUS)) {
      withdrawn = json.string() && is(WITHDRAWN, b, json.from(), json.to());
    } else if (json.keyIs(GEO)) {
      geo(json);
    } else if (json.keyIs(ADDRESSES)) {
      each(json, () -> address(json));
    } else if (json.keyIs(LOCATIONS)) {
      each(json, () -> location(json));
    } else if (json.keyIs(NAMES)) {
      each(json, () -> name(json, b));
    } else if (json.keyIs(RELATIONSHIPS)) {
      each(json, () -> relationship(json, b));
    } else if (json.keyIs(ASSOCIATED)) {
      each(json, () -> associated(json, b));
    } else if (json.keyIs(LINEAGE)) {
      lineage(json, b);
    } else if (json.keyIs(COUNTRY)) {
      country(json);
    } else {
      json.skip();
    }
  }

  private static void each(JsonScanner json, Runnable object) {
    if (json.enterArray()) {
      while (json.nextElement()) {
        if (json.enterObject()) {
          object.run();
        }
      }
    }
  }

  private Site nextSite() {
    if (sites == site.length) {
      site = Arrays.copyOf(site, sites + 4);
      for (int i = sites; i < site.length; i++) {
        site[i] = new Site();
      }
    }
    var next = site[sites++];
    next.lat.clear();
    next.lon.clear();
    next.city.clear();
    next.geonamesCity.clear();
    return next;
  }

  /// OpenAlex: `geo`.
  private void geo(JsonScanner json) {
    if (!json.enterObject()) {
      return;
    }
    var site = nextSite();
    while (json.nextKey()) {
      if (json.keyIs(LATITUDE)) {
        site.lat.number(json);
      } else if (json.keyIs(LONGITUDE)) {
        site.lon.number(json);
      } else if (json.keyIs(CITY)) {
        site.city.string(json);
      } else if (json.keyIs(COUNTRY_CODE)) {
        siteCountry.string(json);
      } else {
        json.skip();
      }
    }
  }

  /// ROR schema 1: an element of `addresses`.
  private void address(JsonScanner json) {
    var site = nextSite();
    while (json.nextKey()) {
      if (json.keyIs(LAT)) {
        site.lat.number(json);
      } else if (json.keyIs(LNG)) {
        site.lon.number(json);
      } else if (json.keyIs(CITY)) {
        site.city.string(json);
      } else if (json.keyIs(GEONAMES_CITY)) {
        only(json, CITY, site.geonamesCity);
      } else {
        json.skip();
      }
    }
  }

  /// ROR schema 2: an element of `locations`.
  private void location(JsonScanner json) {
    var site = nextSite();
    while (json.nextKey()) {
      if (json.keyIs(GEONAMES_DETAILS)) {
        details(json, site);
      } else {
        json.skip();
      }
    }
  }

  private void details(JsonScanner json, Site site) {
    if (!json.enterObject()) {
      return;
    }
    while (json.nextKey()) {
      if (json.keyIs(LAT)) {
        site.lat.number(json);
      } else if (json.keyIs(LNG)) {
        site.lon.number(json);
      } else if (json.keyIs(NAME)) {
        site.geonamesCity.string(json);
      } else if (json.keyIs(COUNTRY_CODE) && siteCountry.empty()) {
        siteCountry.string(json);
      } else {
        json.skip();
      }
    }
  }

  /// ROR schema 1: `country`.
  private void country(JsonScanner json) {
    only(json, COUNTRY_CODE, country);
  }

  private static void only(JsonScanner json, byte[] wanted, Span into) {
    if (json.enterObject()) {
      while (json.nextKey()) {
        if (json.keyIs(wanted)) {
          into.string(json);
        } else {
          json.skip();
        }
      }
    }
  }

  /// ROR schema 2: an element of `names`; the one to display, or else the first.
  private void name(JsonScanner json, byte[] b) {
    int from = 0;
    int to = 0;
    boolean display = false;
    while (json.nextKey()) {
      if (json.keyIs(VALUE)) {
        boolean string = json.string();
        from = string ? json.from() : 0;
        to = string ? json.to() : 0;
      } else if (json.keyIs(TYPES)) {
        if (json.enterArray()) {
          while (json.nextElement()) {
            display |= json.string() && is(ROR_DISPLAY, b, json.from(), json.to());
          }
        }
      } else {
        json.skip();
      }
    }
    if (display && name.empty()) {
      name.from = from;
      name.to = to;
    } else if (otherName.empty()) {
      otherName.from = from;
      otherName.to = to;
    }
  }

  /// ROR: an element of `relationships`.
  private void relationship(JsonScanner json, byte[] b) {
    long key = OrganisationKey.NONE;
    int type = -1;
    while (json.nextKey()) {
      if (json.keyIs(ID)) {
        key = key(json, b);
      } else if (json.keyIs(TYPE)) {
        type = json.string() ? type(b, json.from(), json.to()) : -1;
      } else {
        json.skip();
      }
    }
    link(key, type);
  }

  /// OpenAlex: an element of `associated_institutions`.
  private void associated(JsonScanner json, byte[] b) {
    long openAlex = OrganisationKey.NONE;
    long ror = OrganisationKey.NONE;
    int type = -1;
    while (json.nextKey()) {
      if (json.keyIs(ID)) {
        openAlex = key(json, b);
      } else if (json.keyIs(ROR)) {
        ror = key(json, b);
      } else if (json.keyIs(RELATIONSHIP)) {
        type = json.string() ? type(b, json.from(), json.to()) : -1;
      } else {
        json.skip();
      }
    }
    link(openAlex, type);
    link(ror, type);
  }

  private void lineage(JsonScanner json, byte[] b) {
    if (json.enterArray()) {
      while (json.nextElement()) {
        long key = key(json, b);
        if (key != OrganisationKey.NONE) {
          lineage.add(key);
        }
      }
    }
  }

  private void link(long key, int type) {
    if (key != OrganisationKey.NONE && type >= 0) {
      linkKey.add(key);
      linkType.add(type);
    }
  }

  private static long key(JsonScanner json, byte[] b) {
    return json.string() ? OrganisationKey.parse(b, json.from(), json.to()) : OrganisationKey.NONE;
  }

  private static int type(byte[] b, int from, int to) {
    return is(PARENT, b, from, to)
        ? PlaceBatch.PARENT
        : is(SUCCESSOR, b, from, to) ? PlaceBatch.SUCCESSOR : -1;
  }

  /// True if `b[from, to)` is `word`, whatever the case of its letters.
  private static boolean is(byte[] word, byte[] b, int from, int to) {
    if (to - from != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if ((b[from + i] | 0x20) != (word[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  /// A coordinate in degrees; NaN if the text is no number.
  static double degrees(byte[] b, Span span) {
    return JsonNumber.parse(b, span.from, span.to);
  }
}
