package org.ronghe.platform.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The first sheet of a workbook (ECMA-376), row by row. Reads no more than a table can need:
/// whatever unpacks to more is refused before it fills the memory. Formulas are not run and not
/// taken: where one stands, the cell says so.
final class XlsxReader implements LineReader {
  /// What stands in a cell that holds a formula.
  static final String FORMULA = "=…";

  static final int MOST_COLUMNS = 500;
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_ENTRIES = 2000;
  private static final long MOST_SHEET_BYTES = 1L << 30;
  private static final long MOST_PART_BYTES = 64L << 20;
  private static final long MOST_SHARED_CHARACTERS = 40L << 20;
  private static final int LONGEST_CELL = 32_767;
  private static final int FIRST_DATE_FORMAT = 14;
  private static final int LAST_DATE_FORMAT = 22;

  private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_NOUGHT_OF_1904 = LocalDate.of(1904, 1, 1);

  /// Knows no document type, and so no entities: nothing grows while it is read.
  private static XMLStreamReader parser(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }

  /// How cells are read.
  ///
  /// @param shared texts that cells point to
  /// @param dates numbers of the styles that show a date
  /// @param dayNought the day that 0 stands for
  private record Style(List<String> shared, Set<Integer> dates, LocalDate dayNought) {}

  /// The first sheet.
  private record Sheet(String part, boolean from1904) {}

  @Override
  public void read(Path file, Taker taker)
      throws IOException, UnreadableFile, InterruptedException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new UnreadableFile("exchange.unreadable.bomb");
      }
      Sheet sheet = sheet(zip);
      var style =
          new Style(shared(zip), dates(zip), sheet.from1904 ? DAY_NOUGHT_OF_1904 : DAY_NOUGHT);
      try (InputStream in = open(zip, sheet.part, MOST_SHEET_BYTES)) {
        rows(parser(in), style, taker);
      }
    } catch (XMLStreamException | java.util.zip.ZipException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (IllegalArgumentException | java.util.NoSuchElementException | ArithmeticException e) {
      // The parser's own: of names and numbers that are none.
      throw new UnreadableFile("exchange.unreadable.workbook");
    }
  }

  private static UnreadableFile unreadable(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooMuch) {
        return new UnreadableFile("exchange.unreadable.bomb");
      }
    }
    return new UnreadableFile("exchange.unreadable.workbook");
  }

  /// Thrown from inside the XML parser when a part unpacks to more than it may.
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static InputStream open(ZipFile zip, String name, long most)
      throws IOException, UnreadableFile {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnreadableFile("exchange.unreadable.workbook");
    }
    return new FilterInputStream(zip.getInputStream(entry)) {
      private long left = most;

      @Override
      public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
      }

      private void count(int read) throws TooMuch {
        left -= read;
        if (left < 0) {
          throw new TooMuch();
        }
      }
    };
  }

  /// The part that holds the first sheet.
  private static Sheet sheet(ZipFile zip) throws IOException, UnreadableFile, XMLStreamException {
    String id = null;
    boolean from1904 = false;
    try (InputStream in = open(zip, "xl/workbook.xml", MOST_PART_BYTES)) {
      XMLStreamReader xml = parser(in);
      while (id == null && xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("workbookPr")) {
          String base = String.valueOf(xml.getAttributeValue(null, "date1904"));
          from1904 = base.equals("1") || base.equals("true");
        } else if (xml.getLocalName().equals("sheet")) {
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
              id = xml.getAttributeValue(i);
            }
          }
        }
      }
    }
    try (InputStream in = open(zip, "xl/_rels/workbook.xml.rels", MOST_PART_BYTES)) {
      XMLStreamReader xml = parser(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")
            && xml.getAttributeValue(null, "Id") != null
            && xml.getAttributeValue(null, "Id").equals(id)
            && xml.getAttributeValue(null, "Target") != null) {
          String target = xml.getAttributeValue(null, "Target");
          return new Sheet(target.startsWith("/") ? target.substring(1) : "xl/" + target, from1904);
        }
      }
    }
    throw new UnreadableFile("exchange.unreadable.workbook");
  }

  private static List<String> shared(ZipFile zip)
      throws IOException, UnreadableFile, XMLStreamException {
    var texts = new ArrayList<String>();
    if (zip.getEntry("xl/sharedStrings.xml") == null) {
      return texts;
    }
    long characters = 0;
    try (InputStream in = open(zip, "xl/sharedStrings.xml", 4 * MOST_PART_BYTES)) {
      XMLStreamReader xml = parser(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
          String text = richText(xml, "si");
          characters += text.length() + 24;
          if (characters > MOST_SHARED_CHARACTERS) {
            throw new TooMuch();
          }
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /// The text inside an element, without what is said beside it to be read aloud.
  private static String richText(XMLStreamReader xml, String end)
      throws XMLStreamException, TooMuch {
    var text = new StringBuilder();
    boolean inText = false;
    boolean aloud = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inText = xml.getLocalName().equals("t");
          aloud |= xml.getLocalName().equals("rPh");
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText && !aloud) {
            text.append(xml.getText());
            if (text.length() > LONGEST_CELL) {
              throw new TooMuch();
            }
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inText = false;
          if (xml.getLocalName().equals("rPh")) {
            aloud = false;
          }
          if (xml.getLocalName().equals(end)) {
            return text.toString();
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  /// The numbers of the cell styles that show a date.
  private static Set<Integer> dates(ZipFile zip)
      throws IOException, UnreadableFile, XMLStreamException {
    var dates = new HashSet<Integer>();
    if (zip.getEntry("xl/styles.xml") == null) {
      return dates;
    }
    Map<Integer, String> formats = new HashMap<>();
    boolean cells = false;
    int style = 0;
    try (InputStream in = open(zip, "xl/styles.xml", MOST_PART_BYTES)) {
      XMLStreamReader xml = parser(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
          cells = false;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "cellXfs" -> cells = true;
            case "numFmt" ->
                formats.put(
                    number(xml.getAttributeValue(null, "numFmtId")),
                    String.valueOf(xml.getAttributeValue(null, "formatCode")));
            case "xf" -> {
              if (cells) {
                int format = number(xml.getAttributeValue(null, "numFmtId"));
                if (isDate(format, formats.get(format))) {
                  dates.add(style);
                }
                style++;
              }
            }
            default -> {}
          }
        }
      }
    }
    return dates;
  }

  private static boolean isDate(int format, @Nullable String code) {
    if (code == null) {
      return format >= FIRST_DATE_FORMAT && format <= LAST_DATE_FORMAT;
    }
    String plain = code.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    return plain.contains("y") || (plain.contains("d") && plain.contains("m"));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static void rows(XMLStreamReader xml, Style style, Taker taker)
      throws XMLStreamException, UnreadableFile, InterruptedException, TooMuch {
    long number = 0;
    List<String> cells = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        int given = number(xml.getAttributeValue(null, "r"));
        number = given > 0 ? given : number + 1;
        if (number > MOST_ROWS) {
          throw new UnreadableFile("exchange.unreadable.workbook");
        }
        cells = new ArrayList<>();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        int column = column(xml.getAttributeValue(null, "r"), cells.size());
        if (column >= MOST_COLUMNS) {
          throw new UnreadableFile("exchange.unreadable.columns", number, MOST_COLUMNS);
        }
        while (cells.size() <= column) {
          cells.add("");
        }
        cells.set(column, cell(xml, style));
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        var line = new Line(number, cells);
        if (!line.isBlank()) {
          taker.take(line);
        }
      }
    }
  }

  /// The column of an address such as `AB12`, from 0; the next one where there is none.
  private static int column(@Nullable String address, int next) {
    if (address == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < address.length() && i < 4; i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column == 0 ? next : column - 1;
  }

  private static String cell(XMLStreamReader xml, Style style) throws XMLStreamException, TooMuch {
    String type = String.valueOf(xml.getAttributeValue(null, "t"));
    int format = number(xml.getAttributeValue(null, "s"));
    var value = new StringBuilder();
    boolean formula = false;
    boolean inValue = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> formula = true;
          case "v" -> inValue = true;
          case "is" -> value.append(richText(xml, "is"));
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inValue = false;
        if (xml.getLocalName().equals("c")) {
          break;
        }
      } else if (inValue && xml.hasText()) {
        value.append(xml.getText());
        if (value.length() > LONGEST_CELL) {
          throw new TooMuch();
        }
      }
    }
    if (formula) {
      return FORMULA;
    }
    String text = value.toString();
    return switch (type) {
      case "s" -> {
        int index = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        yield index >= 0 && index < style.shared.size() ? style.shared.get(index) : "";
      }
      case "b" -> text.equals("1") ? "true" : text.equals("0") ? "false" : text;
      case "str", "inlineStr", "e", "d" -> text;
      default -> style.dates.contains(format) ? date(text, style.dayNought) : plain(text);
    };
  }

  /// A number as people write it: without an exponent or a tail of rounding.
  private static String plain(String text) {
    if (!text.matches("-?\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?")) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.precision() > 15) {
      number = number.round(new java.math.MathContext(15));
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// A day or a moment out of a serial number.
  private static String date(String text, LocalDate dayNought) {
    if (!text.matches("\\d{1,7}(\\.\\d{1,20})?")) {
      return text;
    }
    var number = new BigDecimal(text);
    long day = number.longValue();
    LocalDate date = dayNought.plusDays(day);
    long seconds =
        number.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(86_400)).longValue();
    LocalDateTime moment = date.atStartOfDay().plusSeconds(seconds);
    return seconds == 0 ? date.toString() : moment.toString();
  }
}
