package org.dealgraph.output.handover;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keys to the tools that issues are handed over to, from the environment; they stand in no file and no log.
 *
 * @param buttondownKey API key of Buttondown, or null
 * @param listmonkUser name of listmonk's API user, or null
 * @param listmonkToken its token, or null
 * @param ghostKey Admin API key of Ghost, {@code id:secret}, or null
 * @param timeout for a tool to answer
 */
@ConfigurationProperties("dealgraph.handover")
public record HandOverSettings(
        @Nullable String buttondownKey,
        @Nullable String listmonkUser,
        @Nullable String listmonkToken,
        @Nullable String ghostKey,
        @Bindable(defaultValue = "30s") Duration timeout) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "HandOverSettings[" + timeout + "]";
    }
}
