package org.dealgraph.output.handover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.model.Newsletter.Tool;

/** A campaign of listmonk's API (POST /api/campaigns), which it makes as a draft; a tag tells the issue it was made of. */
final class ListmonkCampaign {

    private ListmonkCampaign() {}

    static Draft of(Newsletter newsletter, Issue issue, HandOver to) {
        Map<String, Object> campaign = new LinkedHashMap<>();
        campaign.put("name", Braces.inText(newsletter.title() + " " + issue.slug()));
        campaign.put("subject", Braces.inText(issue.subject()));
        campaign.put("lists", to.lists());
        campaign.put("type", "regular");
        campaign.put("content_type", "html");
        campaign.put("body", Braces.inHtml(issue.html()));
        campaign.put("altbody", Braces.inText(issue.text()));
        campaign.put("messenger", "email");
        campaign.put(
                "tags", Stream.concat(to.tags().stream(), Stream.of(tag(issue))).toList());
        if (newsletter.from() != null) {
            campaign.put("from_email", newsletter.from());
        }
        if (to.template() != null) {
            campaign.put("template_id", to.template());
        }
        return new Draft(Tool.LISTMONK, "/api/campaigns", campaign);
    }

    /** What a campaign is found again by; listmonk turns blanks in tags into hyphens, so there are none. */
    static String tag(Issue issue) {
        return "dealgraph-" + Draft.slug(issue);
    }
}
