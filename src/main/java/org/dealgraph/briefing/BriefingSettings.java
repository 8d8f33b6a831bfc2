package org.dealgraph.briefing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where briefings find what they need.
 *
 * @param templates folder with one folder for each set of templates; empty for none but the one that comes with Dealgraph
 */
@ConfigurationProperties("dealgraph.briefings")
record BriefingSettings(@Bindable(defaultValue = "") String templates) {}
