/** Shows the hours of agreements, week by week. */
@NullMarked
package org.yilianti.rotation.cascade.web;

import org.jspecify.annotations.NullMarked;
