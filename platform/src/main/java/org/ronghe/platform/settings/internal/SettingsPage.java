package org.ronghe.platform.settings.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.settings.BaseMap;
import org.ronghe.platform.settings.Setting;
import org.ronghe.platform.web.View;

/// What the page of settings shows.
///
/// @param map the operator's map; null without one
/// @param faults what is wrong, by field
public record SettingsPage(
    View view, Setting setting, @Nullable BaseMap map, Map<String, String> faults) {
  public SettingsPage {
    faults = Map.copyOf(faults);
  }
}
