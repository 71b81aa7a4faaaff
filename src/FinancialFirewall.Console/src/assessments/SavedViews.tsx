import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Icon } from '../icons/Icon';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { navigate } from '../routing/location';
import { maximumViews, readViews, viewSearch, withView, type SavedView } from './savedViews';

const key = 'ff-views';

/** Lists that somebody comes back to, kept by this browser. */
export function SavedViews() {
  const [views, setViews] = useState(() => readViews(localStorage.getItem(key)));
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [name, setName] = useState<string | null>(null);
  const keep = (changed: SavedView[]) => {
    localStorage.setItem(key, JSON.stringify(changed));
    setViews(changed);
  };
  const [isForgetting, setForgetting] = useState(false);
  const close = () => {
    setAnchor(null);
    setForgetting(false);
  };

  return (
    <>
      <Button variant="outlined" color="inherit" startIcon={<Icon name="filter" size={16} />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        Views
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {views.map((view) => (
          <MenuItem
            key={view.name}
            onClick={() => {
              if (isForgetting) {
                keep(views.filter((one) => one !== view));
              } else {
                navigate(`/assessments?${view.search}`);
              }

              close();
            }}
          >
            {isForgetting ? `Forget ${view.name}` : view.name}
          </MenuItem>
        ))}
        {views.length > 0 && <Divider />}
        {views.length > 0 && !isForgetting && <MenuItem onClick={() => setForgetting(true)}>Forget one …</MenuItem>}
        <MenuItem
          disabled={views.length >= maximumViews}
          onClick={() => {
            close();
            setName('');
          }}
        >
          Keep this view …
        </MenuItem>
      </Menu>
      <FormDialog
        title="Keep this view"
        act="Keep it"
        isOpen={name !== null}
        onClose={() => setName(null)}
        onAct={() => {
          if (name) keep(withView(views, { name: name.trim(), search: viewSearch(location.search) }));
          setName(null);
        }}
      >
        <Typography color="textSecondary">The filter and the order as they are now. This browser keeps it; to hand it on, send the address.</Typography>
        <TextLine label="Name" value={name ?? ''} onChange={setName} maxLength={60} autoFocus />
      </FormDialog>
    </>
  );
}
