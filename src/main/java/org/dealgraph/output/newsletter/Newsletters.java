package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.catalogue.NewsletterFiles;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.News;
import org.dealgraph.output.mail.MailSettings;
import org.dealgraph.pipeline.Settings;

/** The newsletters of this operator, and who gets each. */
@Singleton
public final class Newsletters {

    private final List<Newsletter> files;
    private final NewsletterSettings settings;
    private final MailSettings mail;

    Newsletters(NewsletterSettings settings, Settings folders, MailSettings mail, News news) {
        this.settings = settings;
        this.mail = mail;
        this.files = NewsletterFiles.read(
                settings.folder() != null ? settings.folder() : folders.ingest().resolve("newsletters"));
        files.forEach(newsletter -> check(newsletter, news));
    }

    private static void check(Newsletter newsletter, News news) {
        try {
            news.check(newsletter.feed());
        } catch (IllegalArgumentException e) {
            throw new NewsletterException(
                    "could not use 'feed' of the newsletter " + newsletter.id() + ": " + e.getMessage(), e);
        }
    }

    /** Every newsletter, by id. */
    public List<Newsletter> listAll() {
        return files;
    }

    /** The newsletters with archives on the web. */
    public List<Newsletter> listPublic() {
        return files;
    }

    public Optional<Newsletter> find(String id) {
        return listAll().stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Newsletter get(String id) {
        return find(id).orElseThrow(() -> new NewsletterException("could not find a newsletter: " + id, null));
    }

    /** Who gets it by mail, by the fingerprints of their addresses, as the file says now; empty where nobody does. */
    public Map<String, Mailbox> subscribers(Newsletter newsletter) {
        return newsletter.subscribers() == null || settings.subscribers() == null
                ? Map.of()
                : Subscribers.read(settings.subscribers().resolve(newsletter.subscribers()));
    }

    /** Who it is from; empty where neither its file nor the settings say so. */
    Optional<Mailbox> sender(Newsletter newsletter) {
        return newsletter.from() == null ? mail.sender() : Mailbox.parse(newsletter.from());
    }
}
