package org.dealgraph.api.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much one who stays connected may hold.
 *
 * @param connections open at a time, of all clients
 * @param perAddress open at a time, of one address that shows no key; this machine's own has no limit
 * @param operations running at a time on one connection
 * @param initWait how long a client may take to say connection_init
 * @param ping how often a client is asked whether it is there; one that stays silent twice as long is gone
 * @param sendWait how long a client may take to accept a message before it counts as too slow
 */
@ConfigurationProperties("dealgraph.live")
record LiveSettings(
        @Bindable(defaultValue = "10000") int connections,
        @Bindable(defaultValue = "100") int perAddress,
        @Bindable(defaultValue = "100") int operations,
        @Bindable(defaultValue = "5s") Duration initWait,
        @Bindable(defaultValue = "30s") Duration ping,
        @Bindable(defaultValue = "10s") Duration sendWait) {}
