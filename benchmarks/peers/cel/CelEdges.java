import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.util.List;
import java.util.Map;

/// What CEL says where numbers lie on an edge or are missing (`x` is null).
public class CelEdges {
  public static void main(String[] arguments) throws Exception {
    Cel cel = CelFactory.standardCelBuilder().addVar("x", SimpleType.DYN).build();
    for (String text :
        List.of(
            "0.7 * 3.0 >= 2.1",
            "0.3 - 0.2 >= 0.1",
            "x > 3.0",
            "true || x > 3.0",
            "false && x > 3.0")) {
      String answer;
      try {
        var program = cel.createProgram(cel.compile(text).getAst());
        answer = String.valueOf(program.eval(Map.of("x", NullValue.NULL_VALUE)));
      } catch (Exception e) {
        answer = "error: no matching overload";
      }
      System.out.println("| CEL | `" + text.replace("|", "\\|") + "` | " + answer + " |");
    }
  }
}
