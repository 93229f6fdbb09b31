package org.ronghe.atlas.source.openalex;

import java.util.Arrays;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.json.JsonLines;
import org.ronghe.atlas.source.json.JsonText;

/// Makes a person's affiliations from what the work says about them.
///
/// One affiliation for each distinct institution that has an identifier (OpenAlex or ROR), and one,
/// with its printed text, for each distinct affiliation that was linked to none: an institution
/// without identifier, in the present schema an entry of `affiliations` without `institution_ids`.
/// Only where all that gives nothing, each distinct `raw_affiliation_string` is one. A person of
/// whom nothing is said gets an empty one from the batch.
final class Affiliations {
  private final JsonText text = new JsonText();
  private int[] seenOrganisations = new int[16];
  private int organisations;
  private int[] seenStatements = new int[16];
  private int statements;

  /// Adds the persons of `from` to the record that is open in `batch`.
  void add(RecordBatch batch, Authorships from, byte[] b, int line) {
    int institution = 0;
    int statement = 0;
    for (int person = 0; person < from.persons; person++) {
      batch.person();
      organisations = 0;
      statements = 0;
      for (; institution < from.institutions && from.institutionPerson[institution] == person; ) {
        institution(batch, from, institution++, b, line);
      }
      int firstStatement = statement;
      while (statement < from.texts && from.textPerson[statement] == person) {
        statement++;
      }
      texts(batch, from, Authorships.UNLINKED_AFFILIATION, firstStatement, statement, b);
      if (organisations + statements == 0) {
        texts(batch, from, Authorships.RAW_STRING, firstStatement, statement, b);
      }
    }
  }

  private void institution(RecordBatch batch, Authorships from, int i, byte[] b, int line) {
    if (from.idTo[i] > from.idFrom[i]) {
      var value = JsonLines.text(b, from.idFrom[i], from.idTo[i]);
      batch.reject(line, "institutions.id", value, RejectCode.IDENTIFIER_INVALID);
    }
    text.set(b, from.nameFrom[i], from.nameTo[i]);
    if (from.openAlexKey[i] == 0 && from.rorKey[i] == 0) {
      statement(batch);
      return;
    }
    int organisation =
        batch
            .organisations()
            .add(from.openAlexKey[i], from.rorKey[i], text.bytes(), text.from(), text.to());
    if (contains(seenOrganisations, organisations, organisation)) {
      return;
    }
    seenOrganisations = put(seenOrganisations, organisations++, organisation);
    batch.affiliation(organisation, -1);
  }

  private void texts(RecordBatch batch, Authorships of, int kind, int from, int to, byte[] b) {
    for (int i = from; i < to; i++) {
      if (of.textKind[i] == kind) {
        text.set(b, of.textFrom[i], of.textTo[i]);
        statement(batch);
      }
    }
  }

  private void statement(RecordBatch batch) {
    if (text.blank()) {
      return;
    }
    int statement = batch.strings().add(text.bytes(), text.from(), text.to());
    if (contains(seenStatements, statements, statement)) {
      return;
    }
    seenStatements = put(seenStatements, statements++, statement);
    batch.affiliation(-1, statement);
  }

  private static boolean contains(int[] seen, int count, int value) {
    for (int i = 0; i < count; i++) {
      if (seen[i] == value) {
        return true;
      }
    }
    return false;
  }

  private static int[] put(int[] seen, int at, int value) {
    int[] longer = at < seen.length ? seen : Arrays.copyOf(seen, at * 2);
    longer[at] = value;
    return longer;
  }
}
