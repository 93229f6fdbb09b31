package org.ronghe.platform.settings.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.settings.Setting;
import org.ronghe.platform.text.Texts;
import org.springframework.web.multipart.MultipartFile;

/// How long what is set may be; the table holds the same.
final class SettingLimits {
  static final int NAME = 100;
  static final int CONTACT = 200;
  static final int OWN_CLUSTER = 200;
  static final int MAP_APPROVAL = 100;
  static final int MAP_BYTES = 32 * 1024 * 1024;

  private SettingLimits() {}

  /// What is too long, by field.
  static Map<String, String> faults(Setting setting, Texts texts) {
    var faults = new LinkedHashMap<String, String>();
    check(faults, texts, "nameEnglish", setting.nameEnglish(), NAME);
    check(faults, texts, "nameChinese", setting.nameChinese(), NAME);
    check(faults, texts, "contact", setting.contact(), CONTACT);
    check(faults, texts, "ownCluster", setting.ownCluster(), OWN_CLUSTER);
    return faults;
  }

  /// What is wrong with an operator's map before it is read, by field.
  static Map<String, String> mapFaults(MultipartFile file, String approval, Texts texts) {
    var faults = new LinkedHashMap<String, String>();
    if (file.isEmpty()) {
      faults.put("file", texts.text("settings.map.needed"));
    } else if (file.getSize() > MAP_BYTES) {
      faults.put("file", texts.text("settings.map.large", MAP_BYTES / 1024 / 1024));
    }
    check(faults, texts, "approval", approval, MAP_APPROVAL);
    return faults;
  }

  private static void check(
      Map<String, String> faults, Texts texts, String field, String value, int most) {
    if (value.length() > most) {
      faults.put(field, texts.text("settings.long", most));
    }
  }
}
