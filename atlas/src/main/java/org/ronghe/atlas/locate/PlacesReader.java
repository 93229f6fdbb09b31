package org.ronghe.atlas.locate;

import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.input.Block;
import org.ronghe.atlas.source.input.BlockParser;
import org.ronghe.atlas.source.json.JsonLines;
import org.ronghe.atlas.source.json.JsonScanner;
import org.ronghe.atlas.source.json.JsonText;

/// Reads OpenAlex institutions and ROR records, one a line, mixed as they come.
final class PlacesReader implements BlockParser<PlaceBatch> {
  private final JsonLines lines = new JsonLines();
  private final PlaceRecord place = new PlaceRecord();
  private final JsonText text = new JsonText();

  @Override
  public PlaceBatch parse(Block block) {
    var batch = new PlaceBatch(block.file());
    batch.lines = lines.read(block, new Into(batch));
    return batch;
  }

  private final class Into implements JsonLines.Handler {
    private final PlaceBatch batch;

    Into(PlaceBatch batch) {
      this.batch = batch;
    }

    @Override
    public void scan(JsonScanner json, byte[] b) {
      place.read(json, b);
    }

    @Override
    public void reject(long line, String field, String value, RejectCode code) {
      batch.rejects.add(new Reject(batch.file.name(), line, field, value, code));
    }

    @Override
    public void accept(byte[] b, int line) {
      if (place.id.empty()) {
        reject(line, "id", "", RejectCode.VALUE_MISSING);
        return;
      }
      long key = OrganisationKey.parse(b, place.id.from, place.id.to);
      if (key == OrganisationKey.NONE) {
        var value = JsonLines.text(b, place.id.from, place.id.to);
        reject(line, "id", value, RejectCode.IDENTIFIER_INVALID);
        return;
      }
      boolean fromRor = OrganisationKey.isRor(key);
      long ror = fromRor ? key : OrganisationKey.parse(b, place.ror.from, place.ror.to);
      batch.openAlexKey.add(fromRor ? OrganisationKey.NONE : key);
      batch.rorKey.add(OrganisationKey.isRor(ror) ? ror : OrganisationKey.NONE);
      batch.fromRor.add(fromRor ? 1 : 0);
      batch.withdrawn.add(place.withdrawn ? 1 : 0);
      batch.name.add(string(b, place.name));
      batch.country.add(string(b, place.country));
      batch.line.add(line);
      for (int i = 0; i < place.sites; i++) {
        site(b, line, place.site[i]);
      }
      batch.locationsEnd.add(batch.lat.size());
      links(key);
      batch.linksEnd.add(batch.linkKey.size());
    }

    private void site(byte[] b, int line, PlaceRecord.Site site) {
      if (site.lat.empty() || site.lon.empty()) {
        return;
      }
      double lat = degrees(b, line, "latitude", site.lat, 90);
      double lon = degrees(b, line, "longitude", site.lon, 180);
      if (Double.isNaN(lat) || Double.isNaN(lon)) {
        return;
      }
      batch.lat.add(lat);
      batch.lon.add(lon);
      batch.city.add(string(b, site.geonamesCity.empty() ? site.city : site.geonamesCity));
    }

    private double degrees(byte[] b, int line, String field, PlaceRecord.Span span, int limit) {
      double degrees = PlaceRecord.degrees(b, span);
      if (Math.abs(degrees) <= limit) {
        return degrees;
      }
      var value = JsonLines.text(b, span.from, span.to);
      boolean number = !Double.isNaN(degrees);
      var code = number ? RejectCode.COORDINATE_IMPOSSIBLE : RejectCode.NUMBER_INVALID;
      reject(line, field, value, code);
      return Double.NaN;
    }

    private void links(long own) {
      for (int i = 0; i < place.linkKey.size(); i++) {
        batch.linkKey.add(place.linkKey.get(i));
        batch.linkType.add(place.linkType.get(i));
      }
      // OpenAlex lists all ancestors here, in no order; they come after the parents.
      for (int i = 0; i < place.lineage.size(); i++) {
        if (place.lineage.get(i) != own) {
          batch.linkKey.add(place.lineage.get(i));
          batch.linkType.add(PlaceBatch.PARENT);
        }
      }
    }

    private int string(byte[] b, PlaceRecord.Span span) {
      if (span.empty()) {
        return -1;
      }
      text.set(b, span.from, span.to);
      return batch.strings.add(text.bytes(), text.from(), text.to());
    }
  }
}
