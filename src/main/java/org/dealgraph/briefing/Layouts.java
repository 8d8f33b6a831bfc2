package org.dealgraph.briefing;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.dealgraph.graph.Json;
import org.jspecify.annotations.Nullable;

/**
 * Templates and what they make of a briefing. A set is a folder with {@code briefing.md}, {@code briefing.html}, {@code
 * briefing.txt} and {@code mail.html}; a file that it lacks is taken from the set that comes with Dealgraph. Files are read
 * anew each time, so that who changes one sees it at once.
 */
@Singleton
public final class Layouts {

    private static final String OWN = "plain";
    private static final int LARGEST = 256 << 10;
    private static final int TAG_BYTES = 16;

    private static final Mustache.Escaper MARKDOWN = raw -> raw.replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");

    private final BriefingSettings settings;

    Layouts(BriefingSettings settings) {
        this.settings = settings;
    }

    /** Those in a folder of sets, for who has a briefing from elsewhere. */
    public static Layouts in(Path folder) {
        return new Layouts(new BriefingSettings(folder.toString()));
    }

    /**
     * An issue as data: what {@link Format#JSON} holds.
     *
     * @param briefing the briefing
     * @param note of the editor, or null
     */
    public record Issue(Briefing briefing, @Nullable String note) {

        /** Reads what {@link Format#JSON} holds. */
        public static Issue read(String json) {
            return Json.read(json, Issue.class);
        }
    }

    /** A briefing in a format, unchecked: its numbers are as good as they were when it was written or checked. */
    public RenderedBriefing render(Briefing briefing, Format format, @Nullable String note, @Nullable String template) {
        Map<String, Object> view = View.of(briefing, note);
        List<RenderedBriefing.Part> parts = switch (format) {
            case MARKDOWN -> List.of(part("text/markdown", fill(template, "briefing.md", view, MARKDOWN)));
            case HTML -> List.of(part("text/html", fill(template, "briefing.html", view, Escapers.HTML)));
            case TEXT -> List.of(text(template, view));
            case MAIL ->
                List.of(text(template, view), part("text/html", fill(template, "mail.html", view, Escapers.HTML)));
            case JSON -> List.of(part("application/json", Json.write(new Issue(briefing, note)) + "\n"));
        };
        return new RenderedBriefing(briefing.title(), format, parts, tag(parts));
    }

    private RenderedBriefing.Part text(@Nullable String template, Map<String, Object> view) {
        return part("text/plain", Wrapping.wrap(fill(template, "briefing.txt", view, Escapers.NONE)));
    }

    private static RenderedBriefing.Part part(String type, String text) {
        return new RenderedBriefing.Part(type, text.strip() + "\n");
    }

    private String fill(@Nullable String set, String file, Map<String, Object> view, Mustache.Escaper escaper) {
        try {
            return Mustache.compiler()
                    .withEscaper(escaper)
                    .emptyStringIsFalse(true)
                    .compile(read(set == null ? OWN : set, file))
                    .execute(view);
        } catch (MustacheException e) {
            throw new BriefingException(
                    "could not fill the template " + (set == null ? OWN : set) + "/" + file + ": " + e.getMessage(), e);
        }
    }

    private String read(String set, String file) {
        if (!set.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
            throw new BriefingException(
                    "could not find a set of templates: its name is of letters, digits and hyphens");
        }
        try {
            if (!settings.templates().isEmpty()) {
                Path folder = Path.of(settings.templates(), set);
                if (Files.isRegularFile(folder.resolve(file))) {
                    return bounded(folder.resolve(file));
                }
                if (Files.isDirectory(folder)) {
                    return bundled(file);
                }
            }
            if (set.equals(OWN)) {
                return bundled(file);
            }
        } catch (IOException e) {
            throw new BriefingException("could not read the template " + set + "/" + file, e);
        }
        throw new BriefingException("could not find the set of templates: " + set);
    }

    private static String bounded(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new BriefingException(
                    "could not use the template " + file.getFileName() + ": larger than " + LARGEST + " bytes");
        }
        return Files.readString(file);
    }

    private static String bundled(String file) throws IOException {
        try (InputStream in = Layouts.class.getResourceAsStream("/templates/briefing/" + OWN + "/" + file)) {
            if (in == null) {
                throw new BriefingException("could not find the template that comes with Dealgraph: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String tag(List<RenderedBriefing.Part> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(p -> digest.update((p.type() + "\n" + p.text()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: SHA-256 is missing", e);
        }
    }
}
