import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

/// What FEEL says where numbers lie on an edge or are missing (`x` is null).
public class FeelEdges {
  public static void main(String[] arguments) {
    var engine = FeelEngineBuilder.forJava().build();
    Map<String, Object> context = new HashMap<>();
    context.put("x", null);
    for (String text :
        List.of(
            "0.7 * 3 >= 2.1",
            "1/3 + 1/3 + 1/3 >= 1",
            "x > 3",
            "if x > 3 then \"met\" else \"not met\"",
            "x > 3 or 1 = 1")) {
      System.out.println(
          "| Camunda FEEL | `"
              + text
              + "` | "
              + engine.evaluateExpression(text, context).result()
              + " |");
    }
  }
}
