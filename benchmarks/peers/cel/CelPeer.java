import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The technology SME as one CEL expression, over the firms that RulesBench wrote.
///
/// Usage: `CelPeer EXPRESSION FIRMS.csv MOST OURS_NS`.
public class CelPeer {
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
    Cel cel =
        CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.HAS)
            .addCompilerLibraries(CelExtensions.bindings())
            .addVar("f", MapType.create(SimpleType.STRING, SimpleType.DOUBLE))
            .setResultType(SimpleType.STRING)
            .build();
    CelRuntime.Program program =
        cel.createProgram(cel.compile(Files.readString(Path.of(arguments[0]))).getAst());
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    int firms = Math.min(lines.size(), Integer.parseInt(arguments[2]));
    List<Map<String, Object>> contexts = new ArrayList<>();
    String[] expected = new String[firms];
    for (int i = 0; i < firms; i++) {
      String[] cells = lines.get(i).split(",", -1);
      Map<String, Double> firm = new HashMap<>();
      for (int k = 0; k < INPUTS.length; k++) {
        if (!cells[k].isEmpty()) {
          firm.put(INPUTS[k], Double.valueOf(cells[k]));
        }
      }
      contexts.add(Map.of("f", firm));
      expected[i] = cells[INPUTS.length];
    }
    double best = Double.MAX_VALUE;
    int differing = 0;
    for (int run = 0; run < 4; run++) {
      differing = 0;
      long start = System.nanoTime();
      for (int i = 0; i < firms; i++) {
        differing += expected[i].equals(program.eval(contexts.get(i))) ? 0 : 1;
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) firms);
    }
    double ours = Double.parseDouble(arguments[3]);
    System.out.printf(
        Locale.ROOT,
        "| CEL (dev.cel 0.13.1), one program, %,d firms | %,.0f | %,.0f | %s |%n",
        firms,
        best,
        best / ours,
        differing == 0 ? "same" : differing + " differ");
  }
}
