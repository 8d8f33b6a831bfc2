package org.dealgraph.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dealgraph.briefing.RenderedBriefing.Format;

/**
 * The briefings in {@code docs/briefings}, which must come out as they are checked in. {@code
 * -Ddealgraph.examples.write=true} writes them, for reading before a commit.
 */
final class ExampleBriefings {

    private static final Path FOLDER = Path.of("docs", "briefings");
    private static final int MOST_WORDS = 600;

    private ExampleBriefings() {}

    static void compare(Briefings briefings, Ask ask, String name, String note) throws IOException {
        Briefing briefing = briefings.write(ask);
        BriefingRules.hold(briefing);
        for (Format format : new Format[] {Format.MARKDOWN, Format.TEXT, Format.HTML}) {
            String text = briefings.render(briefing, format, note, null).text();
            Path file = FOLDER.resolve(name + "." + format.suffix());
            if (Boolean.getBoolean("dealgraph.examples.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
            if (format == Format.HTML) {
                assertThat(NuChecker.complaints(text)).isEmpty();
            } else {
                assertThat(BriefingRules.words(text)).isLessThanOrEqualTo(MOST_WORDS);
            }
        }
    }
}
