package org.dealgraph.pipeline;

import java.util.List;
import org.dealgraph.model.AuditEntry;
import org.dealgraph.model.Revision;

/**
 * An order that was carried out.
 *
 * @param entry in the audit
 * @param effect what came of it
 * @param revisions the first hundred of the changes of deals that followed
 * @param repeated whether that was done before, under the same idempotency key
 */
public record Carried(AuditEntry entry, Effect effect, List<Revision> revisions, boolean repeated) {

    public Carried {
        revisions = List.copyOf(revisions);
    }
}
