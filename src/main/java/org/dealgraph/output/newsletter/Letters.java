package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.FeedSettings;
import org.dealgraph.output.SafeText;
import org.dealgraph.output.mail.Letter;

/**
 * Issues as mails to one address each, with the headers that let a mail program unsubscribe (RFC 2369, RFC 8058) and tell
 * lists apart (RFC 2919).
 */
@Singleton
final class Letters {

    private final Newsletters newsletters;
    private final FeedSettings addresses;
    private final Seal seal;

    Letters(Newsletters newsletters, FeedSettings addresses, Seal seal) {
        this.newsletters = newsletters;
        this.addresses = addresses;
        this.seal = seal;
    }

    /**
     * Who a newsletter is from.
     *
     * @throws NewsletterException where nobody is named, or this server's address is not one that readers can unsubscribe
     *     at
     */
    Mailbox sender(Newsletter newsletter) {
        String base = addresses.address();
        boolean usable = base.startsWith("https://") || (base.startsWith("http://") && isLocal(base));
        if (!usable) {
            throw new NewsletterException(
                    "could not mail " + newsletter.id()
                            + ": set DEALGRAPH_FEEDS_ADDRESS to the https address at which readers unsubscribe",
                    null);
        }
        return newsletters
                .sender(newsletter)
                .orElseThrow(() -> new NewsletterException(
                        "could not mail " + newsletter.id() + ": nobody sends it: set 'from' or DEALGRAPH_SMTP_FROM",
                        null));
    }

    private static boolean isLocal(String base) {
        String host = URI.create(base).getHost();
        return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    Letter letter(Newsletter newsletter, Issue issue, Mailbox to, Instant now) {
        Mailbox from = sender(newsletter);
        String home = addresses.address() + "/newsletter/" + newsletter.id();
        String leave = home + "/unsubscribe/" + seal.token(newsletter.id(), to.fingerprint());
        String page = newsletter.isPublic() ? home + "/" + issue.slug() : "";
        return new Letter(
                from,
                newsletter.replyTo() == null
                        ? null
                        : Mailbox.parse(newsletter.replyTo()).orElse(null),
                to,
                issue.subject(),
                issue.text() + footer(newsletter, leave, page),
                MailHtml.with(issue.mail(), footerHtml(newsletter, leave, page)),
                seal.messageId(issue.id(), to.fingerprint()) + "@" + from.domain(),
                now,
                headers(newsletter, leave, home, from));
    }

    private static Map<String, String> headers(Newsletter newsletter, String leave, String home, Mailbox from) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Id", "<" + newsletter.id() + ".dealgraph." + from.domain() + ">");
        headers.put("List-Unsubscribe", "<" + leave + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if (newsletter.isPublic()) {
            headers.put("List-Archive", "<" + home + ">");
        }
        headers.put("Auto-Submitted", "auto-generated");
        return headers;
    }

    private static String footer(Newsletter newsletter, String leave, String page) {
        return "\n-- \n" + SafeText.clean(newsletter.title()) + (page.isEmpty() ? "" : "\nOn the web: " + page)
                + "\nUnsubscribe: " + leave + "\n";
    }

    private static String footerHtml(Newsletter newsletter, String leave, String page) {
        String web = page.isEmpty() ? "" : "<a href=\"" + Html.escape(page) + "\">On the web</a> · ";
        return "<p>" + Html.escape(newsletter.title()) + "</p>\n<p>" + web + "<a href=\"" + Html.escape(leave)
                + "\">Unsubscribe</a></p>\n";
    }
}
