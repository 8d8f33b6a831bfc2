package org.dealgraph.briefing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.briefing.Ask.About;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Organization;

/** Turns what someone names into what a briefing is asked for. */
@Singleton
public final class Asks {

    private final Catalogue catalogue;
    private final GraphStore store;
    private final DealRepository deals;

    Asks(Catalogue catalogue, GraphStore store, DealRepository deals) {
        this.catalogue = catalogue;
        this.store = store;
        this.deals = deals;
    }

    /** Everything that concerns an organization, its group included; by id or name. */
    public Ask ofOrganization(LocalDate since, LocalDate until, String idOrName) {
        Organization organization = catalogue
                .findOrganization(idOrName)
                .or(() -> catalogue.organizations().stream()
                        .filter(o -> Stream.concat(Stream.of(o.name()), o.aliases().stream())
                                .anyMatch(idOrName::equalsIgnoreCase))
                        .findFirst())
                .orElseThrow(
                        () -> new BriefingException("could not find the organization: " + PlainText.clean(idOrName)));
        return new Ask(
                since,
                until,
                About.ORGANIZATION,
                organization.id(),
                organization.name(),
                DealFilter.ofParties(catalogue.listGroup(organization.id())));
    }

    /** One deal, by its id or that of a claim in it. */
    public Ask ofDeal(LocalDate since, LocalDate until, String id) {
        Deal deal = store.read(tx -> deals.findById(tx, id))
                .orElseThrow(() -> new BriefingException("could not find the deal: " + PlainText.clean(id)));
        String parties =
                String.join(" and ", deal.parties().stream().map(this::nameOf).toList());
        return new Ask(since, until, About.DEAL, deal.id(), parties, DealFilter.all());
    }

    /** The sections that answer a question. */
    public Ask ofQuestion(LocalDate since, LocalDate until, String name) {
        Question question = Question.find(name)
                .orElseThrow(() -> new BriefingException("could not find the question: one of "
                        + List.of(Question.values()) + ", not " + PlainText.clean(name)));
        return new Ask(since, until, About.QUESTION, question.name(), question.title(), DealFilter.all());
    }

    private String nameOf(String id) {
        return catalogue.findOrganization(id).map(Organization::name).orElse(id);
    }
}
