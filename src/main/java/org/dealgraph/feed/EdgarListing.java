package org.dealgraph.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.WrittenTime;
import org.jspecify.annotations.Nullable;

/**
 * A company's recent filings as the SEC lists them at {@code data.sec.gov/submissions/CIK##########.json}: columns of
 * equal length, one row a filing. An entry's GUID is the accession number, its categories are the form and its items.
 */
final class EdgarListing {

    private static final int MOST_ENTRIES = 2_000;

    private EdgarListing() {}

    static Feed read(JsonNode root) {
        JsonNode recent = root.path("filings").path("recent");
        String company = root.path("name").asText("");
        String cik = root.path("cik").asText("").replaceFirst("^0+", "");
        List<FeedEntry> entries = new ArrayList<>();
        int rows = Math.min(MOST_ENTRIES, recent.path("accessionNumber").size());
        for (int row = 0; row < rows; row++) {
            entries.add(entry(recent, row, company, cik));
        }
        String link = "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=" + cik;
        return new Feed(company, link, "", "en", company, entries, List.of());
    }

    private static FeedEntry entry(JsonNode recent, int row, String company, String cik) {
        String accession = cell(recent, "accessionNumber", row);
        String form = cell(recent, "form", row);
        String described = cell(recent, "primaryDocDescription", row);
        String title = company + ": " + form + (described.isEmpty() || described.equals(form) ? "" : ", " + described);
        return new FeedEntry(
                "",
                accession,
                "https://www.sec.gov/Archives/edgar/data/" + cik + "/" + accession.replace("-", "") + "/"
                        + cell(recent, "primaryDocument", row),
                title,
                time(cell(recent, "acceptanceDateTime", row), cell(recent, "filingDate", row)),
                null,
                company,
                Stream.concat(
                                Stream.of(form),
                                Stream.of(cell(recent, "items", row).split(",")))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList(),
                "");
    }

    private static @Nullable Instant time(String... forms) {
        return Stream.of(forms)
                .flatMap(form -> WrittenTime.parse(form).stream())
                .map(WrittenTime::instant)
                .findFirst()
                .orElse(null);
    }

    private static String cell(JsonNode recent, String column, int row) {
        return recent.path(column).path(row).asText("").strip();
    }
}
