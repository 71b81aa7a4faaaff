import MuiLink, { type LinkProps } from '@mui/material/Link';
import { forwardRef, type MouseEvent } from 'react';
import { navigate } from './location';

/** Whether a click is a plain one, which stays in this page. */
const staysHere = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

type PlainProps = React.AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link within the console, without a look of its own. */
export const PlainLink = forwardRef<HTMLAnchorElement, PlainProps>(function PlainLink({ href, onClick, ...rest }, ref) {
  return (
    <a
      {...rest}
      ref={ref}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (staysHere(event)) {
          event.preventDefault();
          navigate(href);
        }
      }}
    />
  );
});

/** A link within the console. */
export function Link(props: LinkProps & { href: string }) {
  return <MuiLink {...props} component={PlainLink} />;
}
