package org.ronghe.platform.facts.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Narrowed;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;

/// Lists of subjects on screen and to take away, both as they were narrowed and sorted.
@Component
class SubjectLists {
  private static final List<String> CHOICES = List.of("kind", "district", "status");

  private final SubjectIndex table;

  SubjectLists(SubjectIndex table) {
    this.table = table;
  }

  Page page(View view, SubjectKind kind, ListQuery query) {
    List<String> choices = kind == SubjectKind.ORGANISATION ? CHOICES : List.of("kind", "status");
    Narrowed narrowed = Narrowed.by(view, query, choices, SubjectIndex.filters(kind));
    Listing<SubjectRow> rows = table.list(kind, narrowed.query());
    return Page.of(
        "facts/list.jte",
        new SubjectList(
            narrowed.view(),
            kind,
            rows,
            ProfileRecords.kinds(kind),
            ProfileRecords.states(kind),
            kind == SubjectKind.ORGANISATION ? table.districts() : List.of(),
            ProfileDesk.mayEnter(view, kind)));
  }

  Download export(View view, SubjectKind kind, ListQuery query, Download.Format format) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("id", view.text("facts.page.column.id")));
    columns.add(new Column("name_zh", view.text("facts.page.name-zh")));
    columns.add(new Column("name_en", view.text("facts.page.name-en")));
    columns.add(new Column("kind", view.text("facts.page.kind")));
    if (kind == SubjectKind.ORGANISATION) {
      columns.add(new Column("district", view.text("facts.page.district")));
      columns.add(new Column("region", view.text("facts.page.region")));
      columns.add(new Column("economy", view.text("facts.page.economy")));
    } else {
      columns.add(new Column("organisation", view.text("facts.page.organisation")));
      columns.add(new Column("year", view.text("facts.page.year")));
    }
    columns.add(new Column("status", view.text("facts.page.status")));
    columns.add(new Column("changed", view.text("facts.page.changed")));
    String name =
        switch (kind) {
          case ORGANISATION -> "organisations";
          case PERSON -> "people";
          case WORK -> "works";
        };
    return Download.of(
        name,
        format,
        columns,
        query.narrowedBy(view, CHOICES),
        part -> table.list(kind, part),
        row -> cells(kind, row));
  }

  private static List<@Nullable Object> cells(SubjectKind kind, SubjectRow row) {
    List<@Nullable Object> cells =
        new ArrayList<>(Arrays.asList(row.id(), row.names().zh(), row.names().en(), row.kind()));
    if (kind == SubjectKind.ORGANISATION) {
      cells.addAll(
          List.of(row.location().district(), row.location().region(), row.location().economy()));
    } else {
      var keeper = row.keeper();
      cells.add(keeper == null ? null : keeper.names().main());
      cells.add(row.year());
    }
    cells.add(row.status());
    cells.add(row.changed());
    return cells;
  }
}
