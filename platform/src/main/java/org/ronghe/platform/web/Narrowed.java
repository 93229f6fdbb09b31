package org.ronghe.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// A list as the address of its page narrows it. What the address asks for and the list does not
/// know is told to the reader and left out, in the list and in the addresses the page leads to: an
/// empty list would say that there is nothing. For files and programs it is a problem instead.
///
/// @param view the page's, with what could not be read said first
/// @param query with what could be read
public record Narrowed(View view, ListQuery query) {
  /// Reads some fields of a page's address.
  ///
  /// @param fields that the page offers as choices
  /// @param filters what the list can be filtered by
  public static Narrowed by(View view, ListQuery query, List<String> fields, Filters filters) {
    View told = view;
    var known = new ArrayList<String>();
    for (String field : fields) {
      String said = unreadable(view, field, filters);
      if (said.isEmpty()) {
        known.add(field);
      } else {
        told = told.without(field, Flash.bad("web.filter.left-out", said));
      }
    }
    return new Narrowed(told, query.narrowedBy(view, known));
  }

  /// What is wrong with a field of the address, in the reader's language; empty if nothing is.
  private static String unreadable(View view, String field, Filters filters) {
    try {
      filters.parse(ListQuery.all().narrowedBy(view, List.of(field)).filter());
      return "";
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.FILTER_INVALID) {
        throw problem;
      }
      return String.valueOf(Saying.resolved(problem.arguments().getFirst(), view.texts()));
    }
  }
}
