package org.dealgraph.output.newsletter;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.catalogue.NewsletterFiles;
import org.dealgraph.model.Mailbox;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.News;
import org.dealgraph.output.mail.MailSettings;
import org.dealgraph.pipeline.Settings;
import org.dealgraph.pipeline.WatchBook;

/** The newsletters of this operator, and who gets each. */
@Singleton
public final class Newsletters {

    private final List<Newsletter> files;
    private final NewsletterSettings settings;
    private final MailSettings mail;
    private final WatchBook watches;

    Newsletters(NewsletterSettings settings, Settings folders, MailSettings mail, News news, WatchBook watches) {
        this.settings = settings;
        this.mail = mail;
        this.watches = watches;
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

    /** Every newsletter: those of the files, by id, then the mails of watches. */
    public List<Newsletter> listAll() {
        Stream<Newsletter> mailed = watches.listAll().stream()
                .flatMap(watch -> Stream.ofNullable(watch.mail()).map(mail -> Newsletter.of(watch, mail)));
        return Stream.concat(files.stream(), mailed).toList();
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

    /** Who gets it by mail, by the fingerprints of their addresses, as its file or watch says now. */
    public Map<String, Mailbox> subscribers(Newsletter newsletter) {
        Map<String, Mailbox> all = new LinkedHashMap<>();
        if (newsletter.subscribers() != null && settings.subscribers() != null) {
            all.putAll(Subscribers.read(settings.subscribers().resolve(newsletter.subscribers())));
        }
        newsletter.addresses().stream()
                .flatMap(address -> Mailbox.parse(address).stream())
                .forEach(mailbox -> all.putIfAbsent(mailbox.fingerprint(), mailbox));
        return all;
    }

    /** Who it is from; empty where neither its file nor the settings say so. */
    Optional<Mailbox> sender(Newsletter newsletter) {
        return newsletter.from() == null ? mail.sender() : Mailbox.parse(newsletter.from());
    }
}
