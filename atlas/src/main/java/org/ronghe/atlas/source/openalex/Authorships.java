package org.ronghe.atlas.source.openalex;

import java.util.Arrays;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.json.JsonScanner;

/// The persons of one work and what is said about their affiliations, as positions in the line.
/// Nothing goes into a batch before the whole line has proved sound and admitted. Reused.
final class Authorships {
  /// Kinds of texts, in the order in which they are asked for.
  static final int UNLINKED_AFFILIATION = 0;

  static final int RAW_STRING = 1;

  int persons;

  int institutions;
  int[] institutionPerson = new int[64];
  long[] openAlexKey = new long[64];
  long[] rorKey = new long[64];
  int[] nameFrom = new int[64];
  int[] nameTo = new int[64];
  int[] idFrom = new int[64];
  int[] idTo = new int[64];

  int texts;
  int[] textPerson = new int[64];
  int[] textKind = new int[64];
  int[] textFrom = new int[64];
  int[] textTo = new int[64];

  void clear() {
    persons = 0;
    institutions = 0;
    texts = 0;
  }

  /// Reads the value of `authorships`.
  void read(JsonScanner json, byte[] line) {
    clear();
    if (!json.enterArray()) {
      return;
    }
    while (json.nextElement()) {
      int person = persons++;
      if (json.enterObject()) {
        person(json, line, person);
      }
    }
  }

  private void person(JsonScanner json, byte[] line, int person) {
    int firstInstitution = institutions;
    while (json.nextKey()) {
      switch (json.keyLength()) {
        case 12 -> {
          if (json.keyIs(Names.INSTITUTIONS)) {
            institutions = firstInstitution; // of members with one name the last counts
            institutions(json, line, person);
          } else if (json.keyIs(Names.AFFILIATIONS)) {
            forget(person, UNLINKED_AFFILIATION);
            affiliations(json, person);
          } else {
            json.skip();
          }
        }
        case 22 -> {
          if (json.keyIs(Names.RAW_AFFILIATION_STRING)) {
            forget(person, RAW_STRING);
            text(json, person, RAW_STRING);
          } else {
            json.skip();
          }
        }
        case 23 -> {
          if (json.keyIs(Names.RAW_AFFILIATION_STRINGS)) {
            forget(person, RAW_STRING);
            texts(json, person);
          } else {
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
  }

  private void institutions(JsonScanner json, byte[] line, int person) {
    if (!json.enterArray()) {
      return;
    }
    while (json.nextElement()) {
      if (json.enterObject()) {
        institution(json, line, person);
      }
    }
  }

  private void institution(JsonScanner json, byte[] line, int person) {
    if (institutions == institutionPerson.length) {
      growInstitutions();
    }
    int i = institutions++;
    institutionPerson[i] = person;
    openAlexKey[i] = OrganisationKey.NONE;
    rorKey[i] = OrganisationKey.NONE;
    nameFrom[i] = 0;
    nameTo[i] = 0;
    idFrom[i] = 0;
    idTo[i] = 0;
    while (json.nextKey()) {
      if (json.keyIs(Names.ID)) {
        openAlexKey[i] = key(json, line, i);
      } else if (json.keyIs(Names.ROR)) {
        rorKey[i] = key(json, line, i);
      } else if (json.keyIs(Names.DISPLAY_NAME)) {
        boolean string = json.string();
        nameFrom[i] = string ? json.from() : 0;
        nameTo[i] = string ? json.to() : 0;
      } else {
        json.skip();
      }
    }
    if (OrganisationKey.isRor(openAlexKey[i])) {
      rorKey[i] = rorKey[i] == OrganisationKey.NONE ? openAlexKey[i] : rorKey[i];
      openAlexKey[i] = OrganisationKey.NONE;
    }
    if (!OrganisationKey.isRor(rorKey[i])) {
      rorKey[i] = OrganisationKey.NONE;
    }
  }

  /// The key in the value; remembers the text where it is none.
  private long key(JsonScanner json, byte[] line, int institution) {
    if (!json.string()) {
      return OrganisationKey.NONE;
    }
    long key = OrganisationKey.parse(line, json.from(), json.to());
    if (key == OrganisationKey.NONE) {
      idFrom[institution] = json.from();
      idTo[institution] = json.to();
    }
    return key;
  }

  private void affiliations(JsonScanner json, int person) {
    if (!json.enterArray()) {
      return;
    }
    while (json.nextElement()) {
      if (json.enterObject()) {
        affiliation(json, person);
      }
    }
  }

  private void affiliation(JsonScanner json, int person) {
    boolean linked = false;
    int from = 0;
    int to = 0;
    while (json.nextKey()) {
      if (json.keyIs(Names.RAW_AFFILIATION_STRING)) {
        boolean string = json.string();
        from = string ? json.from() : 0;
        to = string ? json.to() : 0;
      } else if (json.keyIs(Names.INSTITUTION_IDS)) {
        linked = anyString(json);
      } else {
        json.skip();
      }
    }
    if (!linked) {
      addText(person, UNLINKED_AFFILIATION, from, to);
    }
  }

  private static boolean anyString(JsonScanner json) {
    boolean any = false;
    if (json.enterArray()) {
      while (json.nextElement()) {
        any |= json.string();
      }
    }
    return any;
  }

  private void texts(JsonScanner json, int person) {
    if (!json.enterArray()) {
      return;
    }
    while (json.nextElement()) {
      text(json, person, RAW_STRING);
    }
  }

  private void text(JsonScanner json, int person, int kind) {
    if (json.string()) {
      addText(person, kind, json.from(), json.to());
    }
  }

  private void addText(int person, int kind, int from, int to) {
    if (from == to) {
      return;
    }
    if (texts == textPerson.length) {
      textPerson = Arrays.copyOf(textPerson, texts * 2);
      textKind = Arrays.copyOf(textKind, texts * 2);
      textFrom = Arrays.copyOf(textFrom, texts * 2);
      textTo = Arrays.copyOf(textTo, texts * 2);
    }
    textPerson[texts] = person;
    textKind[texts] = kind;
    textFrom[texts] = from;
    textTo[texts] = to;
    texts++;
  }

  private void forget(int person, int kind) {
    for (int i = texts - 1; i >= 0 && textPerson[i] == person; i--) {
      if (textKind[i] == kind) {
        textTo[i] = textFrom[i];
      }
    }
  }

  private void growInstitutions() {
    int size = institutions * 2;
    institutionPerson = Arrays.copyOf(institutionPerson, size);
    openAlexKey = Arrays.copyOf(openAlexKey, size);
    rorKey = Arrays.copyOf(rorKey, size);
    nameFrom = Arrays.copyOf(nameFrom, size);
    nameTo = Arrays.copyOf(nameTo, size);
    idFrom = Arrays.copyOf(idFrom, size);
    idTo = Arrays.copyOf(idTo, size);
  }
}
