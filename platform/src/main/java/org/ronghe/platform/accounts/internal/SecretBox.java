package org.ronghe.platform.accounts.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Encrypts what has to be read again: AES-256-GCM with a key in the data folder, beside the
/// database and not in it, so that a copy of the database alone gives nothing away.
@Component
class SecretBox {
  private static final String KEY_FILE = "second-factor.key";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final AccountSettings settings;

  SecretBox(AccountSettings settings) {
    this.settings = settings;
  }

  /// Encrypts for an account: it opens for no other.
  byte[] shut(long account, byte[] plain) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    byte[] shut = cipher(Cipher.ENCRYPT_MODE, nonce, account, plain, 0);
    return ByteBuffer.allocate(nonce.length + shut.length).put(nonce).put(shut).array();
  }

  /// Decrypts.
  byte[] open(long account, byte[] shut) {
    byte[] nonce = java.util.Arrays.copyOf(shut, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, nonce, account, shut, NONCE_BYTES);
  }

  private byte[] cipher(int mode, byte[] nonce, long account, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(account).array());
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot open a second factor: is " + KEY_FILE + " the one it was made with?", e);
    }
  }

  private byte[] key() {
    Path folder = settings.dataFolder();
    Path file = folder.resolve(KEY_FILE);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException(file + " holds " + key.length + " bytes, not 32");
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Written beside and then linked into its place, so that nobody ever reads half a key.
  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(
            Set.copyOf(PosixFilePermissions.fromString("rw-------")));
    Path draft = Files.createTempFile(folder, KEY_FILE, ".new", onlyOwner);
    try {
      Files.write(draft, Secrets.bytes(KEY_BYTES), StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was quicker; theirs holds.
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
