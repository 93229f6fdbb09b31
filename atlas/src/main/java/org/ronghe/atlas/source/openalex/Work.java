package org.ronghe.atlas.source.openalex;

import java.util.Arrays;
import org.ronghe.atlas.source.json.JsonNumber;
import org.ronghe.atlas.source.json.JsonScanner;

/// What one line says about a work, as positions in the line. Reused.
///
/// Members may stand in any order; of members with the same name the last counts.
final class Work {
  final Span id = new Span();
  final Span type = new Span();
  final Span crossrefType = new Span();
  final Span topicField = new Span();
  final Span conceptField = new Span();
  final Authorships authorships = new Authorships();

  int yearFrom;
  int yearTo;
  boolean retracted;
  boolean paratext;
  boolean truncatedAuthors;

  int issns;
  int[] issnFrom = new int[16];
  int[] issnTo = new int[16];

  private final boolean wantsIssns;
  private final Span name = new Span();
  private double bestScore;

  /// @param wantsIssns whether the journal matters
  Work(boolean wantsIssns) {
    this.wantsIssns = wantsIssns;
  }

  private void clear() {
    id.clear();
    type.clear();
    crossrefType.clear();
    topicField.clear();
    conceptField.clear();
    authorships.clear();
    yearFrom = 0;
    yearTo = 0;
    retracted = false;
    paratext = false;
    truncatedAuthors = false;
    issns = 0;
  }

  /// Reads the members of the object that `json` has just entered.
  void read(JsonScanner json, byte[] line) {
    clear();
    while (json.nextKey()) {
      if (!member(json, line)) {
        json.skip();
      }
    }
  }

  /// Reads the value if it is one that is needed.
  private boolean member(JsonScanner json, byte[] line) {
    return switch (json.keyLength()) {
      case 2 -> json.keyIs(Names.ID) && read(json, id);
      case 4 -> json.keyIs(Names.TYPE) && read(json, type);
      case 8 -> json.keyIs(Names.CONCEPTS) && concepts(json, line);
      case 10 -> wantsIssns && json.keyIs(Names.HOST_VENUE) && venue(json);
      case 11 -> authorsOrParatext(json, line);
      case 12 -> json.keyIs(Names.IS_RETRACTED) && retracted(json);
      case 13 ->
          json.keyIs(Names.PRIMARY_TOPIC)
              ? topic(json)
              : json.keyIs(Names.TYPE_CROSSREF) && read(json, crossrefType);
      case 16 ->
          json.keyIs(Names.PUBLICATION_YEAR)
              ? year(json)
              : wantsIssns && json.keyIs(Names.PRIMARY_LOCATION) && location(json);
      case 20 -> json.keyIs(Names.IS_AUTHORS_TRUNCATED) && truncated(json);
      default -> false;
    };
  }

  private boolean authorsOrParatext(JsonScanner json, byte[] line) {
    if (json.keyIs(Names.AUTHORSHIPS)) {
      authorships.read(json, line);
      return true;
    }
    if (json.keyIs(Names.IS_PARATEXT)) {
      paratext = json.isTrue();
      return true;
    }
    return false;
  }

  private boolean retracted(JsonScanner json) {
    retracted = json.isTrue();
    return true;
  }

  private boolean truncated(JsonScanner json) {
    truncatedAuthors = json.isTrue();
    return true;
  }

  private static boolean read(JsonScanner json, Span span) {
    span.read(json);
    return true;
  }

  private boolean year(JsonScanner json) {
    yearFrom = json.position();
    json.skip();
    yearTo = json.position();
    return true;
  }

  private boolean topic(JsonScanner json) {
    topicField.clear();
    if (json.enterObject()) {
      while (json.nextKey()) {
        if (json.keyIs(Names.FIELD)) {
          topicField(json);
        } else {
          json.skip();
        }
      }
    }
    return true;
  }

  private void topicField(JsonScanner json) {
    topicField.clear();
    if (json.enterObject()) {
      while (json.nextKey()) {
        if (json.keyIs(Names.DISPLAY_NAME)) {
          topicField.read(json);
        } else {
          json.skip();
        }
      }
    }
  }

  private boolean concepts(JsonScanner json, byte[] line) {
    conceptField.clear();
    bestScore = Double.NEGATIVE_INFINITY;
    if (json.enterArray()) {
      while (json.nextElement()) {
        if (json.enterObject()) {
          concept(json, line);
        }
      }
    }
    return true;
  }

  private void concept(JsonScanner json, byte[] line) {
    name.clear();
    boolean top = false;
    double score = 0;
    while (json.nextKey()) {
      if (json.keyIs(Names.DISPLAY_NAME)) {
        name.read(json);
      } else if (json.keyIs(Names.LEVEL)) {
        top = json.numberOrString() && json.to() - json.from() == 1 && line[json.from()] == '0';
      } else if (json.keyIs(Names.SCORE)) {
        double given =
            json.numberOrString() ? JsonNumber.parse(line, json.from(), json.to()) : Double.NaN;
        score = Double.isNaN(given) ? 0 : given;
      } else {
        json.skip();
      }
    }
    if (top && !name.empty() && score > bestScore) {
      bestScore = score;
      conceptField.from = name.from;
      conceptField.to = name.to;
    }
  }

  private boolean location(JsonScanner json) {
    if (json.enterObject()) {
      while (json.nextKey()) {
        if (json.keyIs(Names.SOURCE)) {
          venue(json);
        } else {
          json.skip();
        }
      }
    }
    return true;
  }

  private boolean venue(JsonScanner json) {
    if (!json.enterObject()) {
      return true;
    }
    while (json.nextKey()) {
      if (json.keyIs(Names.ISSN_L)) {
        issn(json);
      } else if (json.keyIs(Names.ISSN)) {
        if (json.enterArray()) {
          while (json.nextElement()) {
            issn(json);
          }
        }
      } else {
        json.skip();
      }
    }
    return true;
  }

  private void issn(JsonScanner json) {
    if (!json.string()) {
      return;
    }
    if (issns == issnFrom.length) {
      issnFrom = Arrays.copyOf(issnFrom, issns * 2);
      issnTo = Arrays.copyOf(issnTo, issns * 2);
    }
    issnFrom[issns] = json.from();
    issnTo[issns++] = json.to();
  }
}
