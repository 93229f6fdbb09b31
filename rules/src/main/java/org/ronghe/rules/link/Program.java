package org.ronghe.rules.link;

import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.Validity;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.source.Words;

/// A rulebook made ready to be evaluated.
///
/// @param values its named values, each after those it needs
/// @param titles what can be got
/// @param remarks conditions of its remarks, in their order
public record Program(
    Rulebook rulebook, List<Value> values, List<LinkedTitle> titles, List<Condition> remarks) {
  public Program {
    values = List.copyOf(values);
    titles = List.copyOf(titles);
    remarks = List.copyOf(remarks);
  }

  public String id() {
    return rulebook.id();
  }

  public Optional<LinkedTitle> findTitle(String id) {
    return titles.stream().filter(title -> title.title().id().equals(id)).findFirst();
  }

  public Optional<Value> findValue(String id) {
    return values.stream().filter(value -> value.definition().id().equals(id)).findFirst();
  }

  /// A named value.
  ///
  /// @param parts ids of the values it is put together from
  public record Value(int index, Definition definition, Node node, List<String> parts) {
    public Value {
      parts = List.copyOf(parts);
    }
  }

  /// A title.
  ///
  /// @param validity its own, or the rulebook's
  public record LinkedTitle(
      Contents.Title title, Validity validity, Linked requires, List<LinkedClause> vetoes) {
    public LinkedTitle {
      vetoes = List.copyOf(vetoes);
    }
  }

  /// A requirement.
  public sealed interface Linked {
    Requirement.Head head();
  }

  /// Several requirements.
  public record LinkedGroup(Requirement.Head head, int least, List<Linked> members)
      implements Linked {
    public LinkedGroup {
      members = List.copyOf(members);
    }
  }

  /// One clause.
  ///
  /// @param cost what it costs to meet it, where the rulebook says
  public record LinkedClause(Requirement.Head head, Decision decision, Optional<Numeric> cost)
      implements Linked {}

  /// How a clause is decided.
  public sealed interface Decision {}

  public record ByCondition(Condition condition) implements Decision {}

  public record ByPerson(Words by) implements Decision {}

  /// By another rulebook.
  ///
  /// @param title the title of that rulebook
  /// @param kind of case there; nothing for the same as here
  public record ByRulebook(Program program, LinkedTitle title, Optional<CaseKind> kind)
      implements Decision {}
}
