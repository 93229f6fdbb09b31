package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ronghe.platform.Node;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.text.Language;

/// A node in this process, worked on as the node itself.
final class RegistryServer implements AutoCloseable {
  private static final Actor NODE = Actor.system("benchmark");

  private final Node node;

  private RegistryServer(Node node) {
    this.node = node;
  }

  /// Starts a node on a data folder, which is made if need be. The database has its usual
  /// durability.
  static RegistryServer start(Path data) throws IOException {
    Files.createDirectories(data);
    var sources =
        new ConfigurationSources(
            Map.of("port", "0", "data", data.toString()), Map.of(), data.resolve("home"), false);
    return new RegistryServer(Node.start(NodeConfiguration.read(sources, Language.ENGLISH)));
  }

  /// A service of the node.
  <T> T part(Class<T> type) {
    return node.part(type);
  }

  static <T> T asNode(Supplier<T> work) {
    return Actors.getAs(NODE, work);
  }

  /// Enters a university.
  long organisation(String name, double latDegrees, double lonDegrees) {
    return asNode(() ->
        part(Organisations.class)
            .create(
                new NewOrganisation(
                    new OrganisationProfile(
                        new Names(name, ""),
                        OrganisationKind.UNIVERSITY,
                        new Place("CN", "江城", "东区", latDegrees, lonDegrees),
                        "",
                        "active"),
                    List.of(),
                    null))
            .id());
  }

  @Override
  public void close() throws IOException {
    node.close();
  }
}
