package org.dealgraph.output.handover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter.Tool;
import org.jspecify.annotations.Nullable;

/**
 * An email of Buttondown's API (POST /v1/emails), always with the status draft: without one, older versions of the API send
 * at once. The body says that it is to be taken as it is; it holds no empty line, because Markdown would end the HTML there.
 */
final class ButtondownEmail {

    private static final String MODE = "<!-- buttondown-editor-mode: plaintext -->\n";
    private static final Pattern EMPTY_LINES = Pattern.compile("\n\\s*\n");

    private ButtondownEmail() {}

    static Draft of(Issue issue, @Nullable String page) {
        Map<String, Object> email = new LinkedHashMap<>();
        email.put("subject", Braces.inText(issue.subject()));
        email.put(
                "body", MODE + EMPTY_LINES.matcher(Braces.inHtml(issue.html())).replaceAll("\n"));
        email.put("status", "draft");
        email.put("slug", Draft.slug(issue));
        email.put("metadata", Map.of("dealgraph_issue", issue.id()));
        if (page != null) {
            email.put("canonical_url", page);
        }
        return new Draft(Tool.BUTTONDOWN, "/v1/emails", email);
    }
}
