package org.dealgraph.output.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.model.Newsletter.Tool;
import org.dealgraph.output.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A draft post of Ghost's Admin API (POST /ghost/api/admin/posts/): as HTML that Ghost turns into paragraphs that can be
 * edited ({@code source=html}), or as one card of its Lexical format that keeps the HTML as it is.
 */
final class GhostPost {

    private static final String POSTS = "/ghost/api/admin/posts/";
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_EXCERPT = 300;

    private GhostPost() {}

    static Draft of(Newsletter newsletter, Issue issue, HandOver to, @Nullable String page) {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("title", SafeText.cut(issue.subject(), LONGEST_TITLE));
        post.put("slug", Draft.slug(issue));
        post.put("status", "draft");
        post.put("custom_excerpt", SafeText.cut(newsletter.description(), LONGEST_EXCERPT));
        post.put("tags", to.tags());
        if (page != null) {
            post.put("canonical_url", page);
        }
        if (to.card()) {
            post.put("lexical", lexical(issue.html()));
        } else {
            post.put("html", issue.html());
        }
        return new Draft(Tool.GHOST, to.card() ? POSTS : POSTS + "?source=html", Map.of("posts", List.of(post)));
    }

    /** Where a post of an issue is looked for. */
    static String find(Issue issue) {
        return POSTS + "slug/" + Draft.slug(issue) + "/";
    }

    private static String lexical(String html) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("children", List.of(Map.of("type", "html", "version", 1, "html", html)));
        root.put("direction", "ltr");
        root.put("format", "");
        root.put("indent", 0);
        root.put("type", "root");
        root.put("version", 1);
        return Json.write(Map.of("root", root));
    }
}
