import Drawer from '@mui/material/Drawer';
import { Navigation } from './Navigation';

/** The pages, on screens that have no room for them beside the page. */
export default function PhoneMenu({ onClose }: { onClose: () => void }) {
  return (
    <Drawer open onClose={onClose} slotProps={{ paper: { 'aria-label': 'Menu', sx: { width: 264 } } }} sx={{ display: { lg: 'none' } }}>
      <Navigation onGo={onClose} />
    </Drawer>
  );
}
