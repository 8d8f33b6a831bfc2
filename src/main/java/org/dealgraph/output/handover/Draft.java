package org.dealgraph.output.handover;

import java.util.List;
import java.util.Map;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.jspecify.annotations.Nullable;

/**
 * What a tool is sent to make a draft of an issue.
 *
 * @param tool which one
 * @param path of the request, below the tool's address
 * @param payload of the request
 */
public record Draft(Newsletter.Tool tool, String path, Map<String, Object> payload) {

    public Draft {
        payload = Map.copyOf(payload);
    }

    /**
     * The draft of an issue.
     *
     * @param page where the issue stands in the archive, or null where that has no public address
     */
    public static Draft of(Newsletter newsletter, Issue issue, HandOver to, @Nullable String page) {
        return switch (to.tool()) {
            case BUTTONDOWN -> ButtondownEmail.of(issue, page);
            case LISTMONK -> ListmonkCampaign.of(newsletter, issue, to);
            case GHOST -> GhostPost.of(newsletter, issue, to, page);
        };
    }

    /** Drafts for every tool, with what a file can say of where they go; for those who hand them over by hand. */
    public static List<Draft> all(Newsletter newsletter, Issue issue, @Nullable String page) {
        return List.of(Newsletter.Tool.values()).stream()
                .map(tool -> newsletter.handOvers().stream()
                        .filter(to -> to.tool() == tool)
                        .findFirst()
                        .orElse(new HandOver(tool, "", List.of(), null, List.of(), false)))
                .map(to -> of(newsletter, issue, to, page))
                .toList();
    }

    /** The name of an issue that is the same in every tool. */
    static String slug(Issue issue) {
        return issue.newsletter() + "-" + issue.slug();
    }

    public String json() {
        return Json.write(payload);
    }
}
