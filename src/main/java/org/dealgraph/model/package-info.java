/** The nouns of the field as plain records and enums; every other package takes and returns them. */
@NullMarked
package org.dealgraph.model;

import org.jspecify.annotations.NullMarked;
