import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// The technology SME as a DMN model, evaluated by Drools over the firms that RulesBench wrote.
///
/// Usage: `DmnPeer MODEL FIRMS.csv MOST OURS_NS`.
public class DmnPeer {
  private static final String[] INPUTS = {
    "resident",
    "staff",
    "sales",
    "assets",
    "restricted",
    "events",
    "abnormal",
    "dishonest",
    "highTech",
    "awards",
    "institution",
    "standards",
    "tech",
    "rd",
    "costs",
    "classOne",
    "classTwo"
  };

  public static void main(String[] arguments) throws Exception {
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(
                    ResourceFactory.newFileResource(new File(arguments[0]))
                        .setResourceType(ResourceType.DMN)))
            .getOrElseThrow(RuntimeException::new);
    DMNModel model = runtime.getModels().get(0);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    int firms = Math.min(lines.size(), Integer.parseInt(arguments[2]));
    DMNContext[] contexts = new DMNContext[firms];
    String[] expected = new String[firms];
    for (int i = 0; i < firms; i++) {
      String[] cells = lines.get(i).split(",", -1);
      contexts[i] = runtime.newContext();
      for (int k = 0; k < INPUTS.length; k++) {
        contexts[i].set(INPUTS[k], cells[k].isEmpty() ? null : new BigDecimal(cells[k]));
      }
      expected[i] = cells[INPUTS.length];
    }
    double best = Double.MAX_VALUE;
    int differing = 0;
    long end = System.nanoTime() + 60_000_000_000L;
    for (int run = 0; run < 6 && (run < 2 || System.nanoTime() < end); run++) {
      differing = 0;
      long start = System.nanoTime();
      for (int i = 0; i < firms; i++) {
        Object answer = runtime.evaluateAll(model, contexts[i]).getContext().get("answer");
        differing += expected[i].equals(answer) ? 0 : 1;
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) firms);
    }
    double ours = Double.parseDouble(arguments[3]);
    System.out.printf(
        Locale.ROOT,
        "| Drools DMN 10.1.0, `evaluateAll`, %,d firms | %,.0f | %,.0f | %s |%n",
        firms,
        best,
        best / ours,
        differing == 0 ? "same" : differing + " differ");
  }
}
