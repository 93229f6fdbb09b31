package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The system account PostgreSQL runs as: our own, or an unprivileged one where we are root, which
/// PostgreSQL refuses to run as.
///
/// @param name name of the account, empty for our own
/// @param prefix what to put before a command to run it as that account
record ServerAccount(String name, List<String> prefix) {
  /// Accounts to run as, best first; `nobody` is there on every system.
  private static final List<String> CANDIDATES = List.of("ronghe", "postgres", "nobody");

  private static final List<Path> PROGRAM_FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

  /// The account for the server of a data folder. A folder keeps the account it was made with, and
  /// one that belongs to a user gets that user's.
  ///
  /// @throws OperatorProblem ACCOUNT_MISSING if we are root and cannot become anybody else
  static ServerAccount of(PostgresFolder folder) throws IOException {
    if (!isRoot()) {
      return new ServerAccount("", List.of());
    }
    List<String> accounts = new ArrayList<>(CANDIDATES);
    for (Path used : List.of(folder.node(), folder.cluster())) {
      if (Files.exists(used) && !Files.getOwner(used).getName().equals("root")) {
        accounts.addFirst(Files.getOwner(used).getName());
      }
    }
    for (String account : accounts) {
      if (exists(account)) {
        return asRoot(account);
      }
    }
    throw new OperatorProblem(OperatorCode.ACCOUNT_MISSING, String.join(", ", accounts));
  }

  static boolean isRoot() {
    try {
      // Who owns our own process says it even where the account has another name.
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /// The command, run as this account.
  List<String> command(List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /// Gives a file or folder (not what is in it) to this account.
  void own(Path path) throws IOException {
    if (!name.isEmpty()) {
      var users = FileSystems.getDefault().getUserPrincipalLookupService();
      PosixFileAttributeView view = view(path);
      view.setOwner(users.lookupPrincipalByName(name));
    }
  }

  /// Makes sure that the account can enter a folder.
  ///
  /// @throws OperatorProblem ACCOUNT_SHUT_OUT if it cannot
  void mustReach(Path folder) throws IOException {
    if (name.isEmpty()) {
      return;
    }
    if (!reaches(folder)) {
      Path barrier = folder.toAbsolutePath();
      for (Path up = barrier; up != null && !reaches(up); up = up.getParent()) {
        barrier = up;
      }
      throw new OperatorProblem(OperatorCode.ACCOUNT_SHUT_OUT, folder, name, barrier);
    }
  }

  /// Tried and not read from the rights, since access lists and mounts have a say as well.
  private boolean reaches(Path folder) throws IOException {
    return new ChildProcess(command(List.of("/bin/sh", "-c", "cd \"$0\"", folder.toString())))
        .run()
        .succeeded();
  }

  private static PosixFileAttributeView view(Path path) {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      throw new IllegalStateException("no POSIX attributes: " + path);
    }
    return view;
  }

  private static ServerAccount asRoot(String account) throws IOException {
    Optional<Path> setpriv = findProgram("setpriv");
    if (setpriv.isPresent()) {
      return new ServerAccount(
          account,
          List.of(
              setpriv.get().toString(),
              "--reuid=" + account,
              "--regid=" + groupOf(account),
              "--clear-groups",
              "--inh-caps=-all",
              "--no-new-privs",
              "--"));
    }
    Path runuser =
        findProgram("runuser")
            .orElseThrow(() -> new OperatorProblem(OperatorCode.ACCOUNT_MISSING, account));
    return new ServerAccount(account, List.of(runuser.toString(), "-u", account, "--"));
  }

  private static String groupOf(String account) throws IOException {
    var asked = new ChildProcess(List.of("id", "-g", account)).run();
    if (!asked.succeeded()) {
      throw new OperatorProblem(OperatorCode.ACCOUNT_MISSING, account);
    }
    return asked.output().strip();
  }

  static Optional<Path> findProgram(String program) {
    return PROGRAM_FOLDERS.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean exists(String account) throws IOException {
    try {
      FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(account);
      return true;
    } catch (UserPrincipalNotFoundException e) {
      return false;
    }
  }
}
