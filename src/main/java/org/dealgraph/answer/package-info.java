/** Terms, figures and the registry go in; answers with basis, dates and what they leave out come out. Arithmetic only. */
@NullMarked
package org.dealgraph.answer;

import org.jspecify.annotations.NullMarked;
