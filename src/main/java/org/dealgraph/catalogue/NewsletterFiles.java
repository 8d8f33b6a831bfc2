package org.dealgraph.catalogue;

import io.micronaut.scheduling.cron.CronExpression;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.model.Newsletter.Timetable;
import org.dealgraph.model.Newsletter.Tool;
import org.jspecify.annotations.Nullable;

/** Reads {@code ingest/newsletters}: one small file a newsletter, named after its id. */
public final class NewsletterFiles {

    private static final Pattern ID = Pattern.compile("(?!watch-|feed$|unsubscribe$)[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9.\\-]+(:\\d{1,5})?(/[A-Za-z0-9._~\\-/]*)?"
            + "|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[A-Za-z0-9._~\\-/]*)?");
    private static final String BUTTONDOWN = "https://api.buttondown.com";
    private static final int LONGEST_TITLE = 200;

    private NewsletterFiles() {}

    /**
     * All newsletters of a folder, by id; none where the folder is absent.
     *
     * @throws CatalogueException that lists every fault with file and line
     */
    public static List<Newsletter> read(Path folder) {
        Faults faults = new Faults();
        List<Newsletter> newsletters = new ArrayList<>();
        for (Path file : YamlFile.below(folder)) {
            YamlFile.read(file, folder.relativize(file).toString(), faults)
                    .map(node -> newsletter(node, file))
                    .ifPresent(newsletters::add);
        }
        faults.stopIfAny();
        return List.copyOf(newsletters);
    }

    private static Newsletter newsletter(YamlNode node, Path file) {
        node.only(
                "id",
                "title",
                "description",
                "feed",
                "content",
                "template",
                "schedule",
                "zone",
                "from",
                "replyTo",
                "subscribers",
                "handOver");
        String id = node.getText("id");
        if (!ID.matcher(id).matches() || !file.getFileName().toString().equals(id + ".yml")) {
            node.fault("'id' should be the file's name without its ending, in small letters, digits and hyphens");
        }
        String title = node.getText("title");
        if (title.length() > LONGEST_TITLE) {
            node.fault("'title' is longer than " + LONGEST_TITLE + " characters");
        }
        return new Newsletter(
                id,
                title,
                node.getText("description"),
                node.findText("feed").orElse(""),
                node.findChoice("content", Newsletter.Content.class).orElse(Newsletter.Content.DIGEST),
                node.findText("template").orElse(null),
                timetable(node),
                mailbox(node, "from"),
                mailbox(node, "replyTo"),
                subscribers(node),
                List.of(),
                handOvers(node));
    }

    private static @Nullable Timetable timetable(YamlNode node) {
        Optional<String> cron = node.findText("schedule");
        if (cron.isEmpty()) {
            return null;
        }
        try {
            CronExpression.create(cron.get());
        } catch (IllegalArgumentException e) {
            node.fault("'schedule' is not a cron expression of five fields: " + e.getMessage());
        }
        if (cron.get().split("\\s+").length != 5) {
            node.fault("'schedule' needs five fields: minute, hour, day of month, month, day of week");
        }
        String zone = node.findText("zone").orElse("UTC");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            node.fault("'zone' is no time zone: write one such as Europe/Berlin");
        }
        return new Timetable(cron.get(), zone);
    }

    private static @Nullable String mailbox(YamlNode node, String key) {
        Optional<String> text = node.findText(key);
        if (text.isPresent() && Mailbox.parse(text.get()).isEmpty()) {
            node.fault("'" + key + "' is no address: write it as Name <name@example.org>");
        }
        return text.orElse(null);
    }

    private static @Nullable String subscribers(YamlNode node) {
        Optional<String> file = node.findText("subscribers");
        if (file.isPresent() && !FILE.matcher(file.get()).matches()) {
            node.fault("'subscribers' is the name of a file, without folders");
        }
        return file.orElse(null);
    }

    private static List<HandOver> handOvers(YamlNode node) {
        List<HandOver> handOvers = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (YamlNode each : node.nodes("handOver")) {
            handOver(each).ifPresent(handOver -> {
                if (!places.add(handOver.id())) {
                    each.fault("the same tool at the same address stands twice: remove one");
                }
                handOvers.add(handOver);
            });
        }
        return handOvers;
    }

    private static Optional<HandOver> handOver(YamlNode node) {
        node.only("tool", "address", "lists", "template", "tags", "card");
        Optional<Tool> tool = node.findChoice("tool", Tool.class);
        if (tool.isEmpty()) {
            node.fault("'tool' is missing: buttondown, listmonk or ghost");
            return Optional.empty();
        }
        String address = node.findText("address")
                .orElse(tool.get() == Tool.BUTTONDOWN ? BUTTONDOWN : "")
                .replaceAll("/+$", "");
        if (!ADDRESS.matcher(address).matches()) {
            node.fault("'address' should begin with https:// (http:// only for this machine)");
        }
        List<Integer> lists = new ArrayList<>();
        node.nodes("lists").forEach(list -> number(list, list.scalar()).ifPresent(lists::add));
        if (tool.get() == Tool.LISTMONK && lists.isEmpty()) {
            node.fault("'lists' is missing: the ids of listmonk's lists");
        }
        return Optional.of(new HandOver(
                tool.get(),
                address,
                lists,
                node.findNumber("template").map(BigDecimal::intValue).orElse(null),
                node.texts("tags"),
                node.findText("card").map(Boolean::parseBoolean).orElse(false)));
    }

    private static Optional<Integer> number(YamlNode node, String text) {
        if (!text.matches("\\d{1,9}")) {
            node.fault("should be a number: " + text);
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }
}
