package org.ronghe.platform.accounts;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.text.Language;

/// What is said of a person to make an account.
///
/// @param name what to sign in with; brought to NFKC and lower case, so that two names that look
///   the same are the same
/// @param email null where there is none
public record NewAccount(
    String name, @Nullable String email, String displayName, Language language) {
  private static final int NAME_LENGTH = 254;
  private static final int DISPLAY_NAME_LENGTH = 200;

  public NewAccount {
    name = normalised(name);
    email = email == null || email.isBlank() ? null : email.strip();
    displayName = Normalizer.normalize(displayName, Normalizer.Form.NFC).strip();
  }

  /// A name as it is kept and looked for.
  public static String normalised(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /// What is wrong, as keys of texts by the field's name; empty if nothing is.
  public Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    boolean likeEmail = name.indexOf('@') >= 0;
    if (name.isEmpty() || name.length() > NAME_LENGTH || !name.matches("[\\p{L}\\p{N}._@+-]+")) {
      faults.put("name", "accounts.fault.name");
    } else if (likeEmail && (email == null || !name.equals(email.toLowerCase(Locale.ROOT)))) {
      faults.put("name", "accounts.fault.name-email");
    }
    if (email != null && (email.length() > NAME_LENGTH || !email.matches("[^@\\s]+@[^@\\s]+"))) {
      faults.put("email", "accounts.fault.email");
    }
    if (displayName.isEmpty()
        || displayName.length() > DISPLAY_NAME_LENGTH
        || displayName.chars().anyMatch(Character::isISOControl)) {
      faults.put("displayName", "accounts.fault.display-name");
    }
    return faults;
  }
}
