import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The technology SME as one FEEL expression, evaluated by Camunda over the firms that RulesBench
/// wrote. The expression is the DMN model's: a context with an entry for each decision; tables
/// become chains of `if`.
///
/// Usage: `FeelPeer MODEL FIRMS.csv MOST OURS_NS`.
public class FeelPeer {
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
    FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    String text = expression(new File(arguments[0]));
    var parsed = engine.parseExpression(text);
    if (parsed.isFailure()) {
      throw new IllegalStateException(parsed.failure().message() + " in " + text);
    }
    ParsedExpression expression = parsed.parsedExpression();
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    int firms = Math.min(lines.size(), Integer.parseInt(arguments[2]));
    List<Map<String, Object>> contexts = new java.util.ArrayList<>();
    String[] expected = new String[firms];
    for (int i = 0; i < firms; i++) {
      String[] cells = lines.get(i).split(",", -1);
      Map<String, Object> context = new HashMap<>();
      for (int k = 0; k < INPUTS.length; k++) {
        context.put(INPUTS[k], cells[k].isEmpty() ? null : new BigDecimal(cells[k]));
      }
      contexts.add(context);
      expected[i] = cells[INPUTS.length];
    }
    double best = Double.MAX_VALUE;
    int differing = 0;
    for (int run = 0; run < 4; run++) {
      differing = 0;
      long start = System.nanoTime();
      for (int i = 0; i < firms; i++) {
        var answer = engine.evaluate(expression, contexts.get(i));
        differing += answer.isSuccess() && expected[i].equals(answer.result()) ? 0 : 1;
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) firms);
    }
    double ours = Double.parseDouble(arguments[3]);
    System.out.printf(
        Locale.ROOT,
        "| Camunda FEEL 1.19.3, one parsed expression, %,d firms | %,.0f | %,.0f | %s |%n",
        firms,
        best,
        best / ours,
        differing == 0 ? "same" : differing + " differ");
  }

  private static String expression(File model) throws Exception {
    NodeList decisions =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(model)
            .getElementsByTagName("decision");
    var text = new StringBuilder("{");
    for (int i = 0; i < decisions.getLength(); i++) {
      Element decision = (Element) decisions.item(i);
      NodeList tables = decision.getElementsByTagName("decisionTable");
      text.append(i == 0 ? "" : ", ").append(decision.getAttribute("name")).append(": ");
      text.append(
          tables.getLength() == 0
              ? text(decision, "literalExpression")
              : table((Element) tables.item(0)));
    }
    return text + "}.answer";
  }

  private static String text(Element parent, String tag) {
    return parent.getElementsByTagName(tag).item(0).getTextContent().strip();
  }

  private static String table(Element table) {
    String measure = text(table, "inputExpression");
    NodeList rules = table.getElementsByTagName("rule");
    var text = new StringBuilder();
    for (int i = 0; i < rules.getLength(); i++) {
      Element rule = (Element) rules.item(i);
      String test = text(rule, "inputEntry");
      String condition = test.startsWith("[") ? measure + " in " + test : measure + " " + test;
      text.append("if ").append(condition).append(" then ");
      text.append(text(rule, "outputEntry")).append(" else ");
    }
    return text + "null";
  }
}
