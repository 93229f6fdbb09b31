package org.ronghe.platform.facts.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeGroup;
import org.ronghe.platform.web.View;

/// What can be said of a subject, by group, to choose from.
public record AttributeChoice(View view, SubjectHead head, List<Group> groups) {
  public AttributeChoice {
    groups = List.copyOf(groups);
  }

  /// A group with its attributes.
  public record Group(AttributeGroup group, List<Attribute> attributes) {
    public Group {
      attributes = List.copyOf(attributes);
    }
  }

  static AttributeChoice of(View view, SubjectHead head, List<Attribute> attributes) {
    var groups = new LinkedHashMap<AttributeGroup, List<Attribute>>();
    attributes.forEach(attribute ->
        groups.computeIfAbsent(attribute.group(), _ -> new ArrayList<>()).add(attribute));
    return new AttributeChoice(
        view,
        head,
        groups.entrySet().stream()
            .map(entry -> new Group(entry.getKey(), entry.getValue()))
            .toList());
  }
}
