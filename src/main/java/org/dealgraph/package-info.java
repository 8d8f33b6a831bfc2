/** The application's entrance. */
@NullMarked
package org.dealgraph;

import org.jspecify.annotations.NullMarked;
